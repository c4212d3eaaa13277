import { useTranslations } from "use-intl";
import { isFinal, type ApiError } from "#app/api/api-error.ts";
import { useErrorWords } from "#app/i18n/error-words.ts";
import classes from "./overview.module.css";

interface CountsFailedProps {
  /** What could not be counted. */
  readonly what: string;
  readonly error: ApiError;
  readonly retrying: boolean;
  readonly onRetry: () => void;
}

/** One line in place of counts. Rows that fail say so louder. */
export function CountsFailed({ what, error, retrying, onRetry }: CountsFailedProps) {
  const t = useTranslations("errors");
  const { title, facts } = useErrorWords()(error);
  return (
    <span role="status" className={classes["failed"]} title={facts}>
      {what} {title}
      {!isFinal(error) && (
        <button type="button" className={classes["retry"]} disabled={retrying} onClick={onRetry}>
          {t("retry")}
        </button>
      )}
    </span>
  );
}
