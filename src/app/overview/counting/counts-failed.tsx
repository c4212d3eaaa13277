import { useTranslations } from "use-intl";
import { isFinal } from "#app/api/api-error.ts";
import { useIsTold } from "#app/api/outage.ts";
import { useErrorWords } from "#app/i18n/error-words.ts";
import type { CountsFailure } from "./use-counting.ts";
import classes from "./counts-failed.module.css";

interface CountsFailedProps {
  /** What could not be counted. */
  readonly what: string;
  readonly failure: CountsFailure;
  /** Whether it is to be read out; what fails together is read out once. */
  readonly isAnnounced: boolean;
}

/** One line about counts that are missing. Rows that fail say so louder. */
export function CountsFailed({ what, failure, isAnnounced }: CountsFailedProps) {
  const t = useTranslations("errors");
  const { error, isRetrying, retry } = failure;
  const { title, facts } = useErrorWords()(error);
  if (useIsTold(error)) return null;
  return (
    <span className={classes["failed"]}>
      <span
        role={isAnnounced ? "status" : undefined}
        className={classes["reason"]}
        title={[`${what} ${title}`, facts].filter(Boolean).join("\n")}
      >
        {`${what} ${title}`}
      </span>
      {!isFinal(error) && (
        <button
          type="button"
          className={classes["retry"]}
          // Not disabled: that would take the focus away.
          aria-disabled={isRetrying}
          aria-busy={isRetrying}
          onClick={isRetrying ? undefined : retry}
        >
          {t("retry")}
        </button>
      )}
    </span>
  );
}
