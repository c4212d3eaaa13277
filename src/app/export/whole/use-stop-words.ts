import { useTranslations } from "use-intl";
import { ApiError } from "#app/api/api-error.ts";
import { useErrorWords } from "#app/i18n/error-words.ts";

/** Why an export stopped, with its request id where there is one. */
export function useStopWords(): (error: unknown) => string {
  const t = useTranslations("export.whole");
  const errorWords = useErrorWords();
  return (error) => {
    // Of ours is what the server says; what else fails is the browser, as where a disk is full.
    if (!(error instanceof ApiError)) return t("broken");
    const { title, facts } = errorWords(error);
    return [title, facts].filter(Boolean).join(" · ");
  };
}
