import Button from "antd/es/button";
import { useTranslations } from "use-intl";
import { isFinal, type ApiError } from "#app/api/api-error.ts";

interface AnswerRetryProps {
  readonly error: ApiError;
  readonly isBusy: boolean;
  readonly onRetry: () => unknown;
}

/** Another try, where there is a point in one. */
export function AnswerRetry({ error, isBusy, onRetry }: AnswerRetryProps) {
  const t = useTranslations("errors");
  if (isFinal(error)) return null;
  return (
    <Button size="small" loading={isBusy} onClick={() => void onRetry()}>
      {t("retry")}
    </Button>
  );
}
