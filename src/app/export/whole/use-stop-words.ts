import { ApiError } from "#app/api/api-error.ts";
import { useErrorWords } from "#app/i18n/error-words.ts";
import { useExportWords } from "#app/i18n/use-export-words.ts";

/** Why an export stopped, with its request id where there is one. */
export function useStopWords(): (error: unknown) => string {
  const t = useExportWords();
  const errorWords = useErrorWords();
  return (error) => {
    // Of ours is what the server says; what else fails is the browser, as where a disk is full.
    if (!(error instanceof ApiError)) return t("whole.broken");
    const { title, facts } = errorWords(error);
    return [title, facts].filter(Boolean).join(" · ");
  };
}
