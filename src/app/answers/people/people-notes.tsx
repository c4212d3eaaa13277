import Button from "antd/es/button";
import { useTranslations } from "use-intl";
import type { ApiError } from "#app/api/api-error.ts";
import { useErrorWords } from "#app/i18n/error-words.ts";
import { useFormats } from "#app/i18n/use-formats.ts";
import { usePeopleWords } from "#app/i18n/use-people-words.ts";
import { Notice } from "#app/ui/notice.tsx";
import { retryInTurns, type Retry } from "./use-figures.ts";
import frame from "#app/answers/answer.module.css";

interface PeopleNotesProps {
  readonly notes: readonly string[];
  /** Takes away the criterion that leaves but one line. */
  readonly onShowAll: (() => void) | undefined;
  /** Counts those that are not counted by themselves. */
  readonly onEveryone: (() => void) | undefined;
  readonly failures: readonly { readonly error: ApiError; readonly retry: Retry }[];
  /** Present where lines are selected. */
  readonly onClear: (() => void) | undefined;
}

/** What is to be known of the lines, and which could not be counted. */
export function PeopleNotes({ notes, onShowAll, onEveryone, failures, onClear }: PeopleNotesProps) {
  const words = usePeopleWords();
  const t = useTranslations("errors");
  const { count } = useFormats();
  const errorWords = useErrorWords();
  const [first] = failures;
  return (
    <>
      {first && (
        <Notice
          tone="bad"
          actions={
            <Button
              size="small"
              onClick={() => void retryInTurns(failures.map(({ retry }) => retry))}
            >
              {t("retry")}
            </Button>
          }
        >
          {`${words.failed(count(failures.length))} ${errorWords(first.error).title} ${errorWords(first.error).facts}`}
        </Notice>
      )}
      {(notes.length > 0 || onClear) && (
        <p className={frame["hint"]}>
          {notes.join(" ")}
          {onShowAll && (
            <Button type="link" size="small" onClick={onShowAll}>
              {words.showAll}
            </Button>
          )}
          {onEveryone && (
            <Button type="link" size="small" onClick={onEveryone}>
              {words.everyone}
            </Button>
          )}
          {onClear && (
            <Button type="link" size="small" onClick={onClear}>
              {words.clear}
            </Button>
          )}
        </p>
      )}
    </>
  );
}
