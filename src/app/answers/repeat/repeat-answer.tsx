import { keepPreviousData, useQuery } from "@tanstack/react-query";
import Button from "antd/es/button";
import { AnswerFailed } from "#app/answers/answer-failed.tsx";
import { AnswerFrame } from "#app/answers/answer-frame.tsx";
import { AnswerNotes } from "#app/answers/answer-notes.tsx";
import type { AnswerProps } from "#app/answers/answer-props.ts";
import { useAnswerExport } from "#app/answers/use-answer-export.ts";
import { useHasRight } from "#app/api/use-rights.ts";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useLabels } from "#app/i18n/use-labels.ts";
import { useRepeatWords } from "#app/i18n/use-repeat-words.ts";
import { Blank } from "#app/ui/blank.tsx";
import { SegmentedChoice } from "#app/ui/segmented-choice.tsx";
import { useHeldError } from "#app/ui/use-held-error.ts";
import { useView } from "#app/view/use-view.tsx";
import { MOST_READ } from "#contract/api/repeat.ts";
import { REPEAT_WITHIN } from "#contract/view/repeat-within.ts";
import { repeatQuery } from "./repeat-query.ts";
import { repeatSheet } from "./repeat-sheet.ts";
import { RepeatTable } from "./repeat-table.tsx";
import own from "./repeat.module.css";

/** Customers with several calls soon after each other, in whatever state that is: read, known, too many, none, failed. */
export function RepeatAnswer({ calls }: AnswerProps) {
  const words = useRepeatWords();
  const labels = useLabels();
  const formats = useFormats();
  const { count, instantShort } = formats;
  const { view, change } = useView();
  const mayExport = useHasRight("exportPage");
  const within = view.within ?? REPEAT_WITHIN[0];
  const chosen = view.within === undefined ? {} : { within: view.within };
  const { save, copy } = useAnswerExport(calls, "repeat", chosen);
  const query = useQuery({
    ...repeatQuery(calls, view.within),
    placeholderData: keepPreviousData,
  });
  const { isFetching, isPlaceholderData, refetch } = query;
  const data = isPlaceholderData ? undefined : query.data;
  const found = data?.found;
  const error = useHeldError(calls, query.error, found !== undefined);
  const callers = data?.callers ?? [];
  const { reachFrom } = found ?? {};
  const isTooMany = reachFrom !== undefined;
  const notes =
    found === undefined || isTooMany
      ? []
      : [
          ...(found.callers > callers.length
            ? [words.notListed(count(found.callers - callers.length))]
            : []),
          ...(found.withheld > 0 ? [words.withheld(count(found.withheld))] : []),
          ...(found.read < found.total
            ? [words.incomplete(count(found.read), count(found.total))]
            : []),
        ];
  const progress = data?.progress;
  const status =
    found !== undefined
      ? isTooMany
        ? ""
        : words.found(count(found.callers), count(found.read))
      : progress === undefined
        ? words.reading
        : words.read(count(progress.read), count(progress.of));
  const sheet = () => repeatSheet(callers, words, { labels, formats, nowMs: calls.asOf }, notes);

  return (
    <AnswerFrame
      title={words.title}
      hint={words.hint}
      status={error ? "" : status}
      calls={calls}
      isBusy={isFetching}
      notes={
        <>
          <div className={own["within"]}>
            <span>{words.within}</span>
            <SegmentedChoice
              aria-label={words.within}
              value={within}
              options={REPEAT_WITHIN.map((value) => ({ value, label: words.choices[value] }))}
              onChange={(value) =>
                change({ within: value === REPEAT_WITHIN[0] ? undefined : value })
              }
            />
          </div>
          <AnswerNotes notes={notes} />
        </>
      }
      actions={
        mayExport &&
        callers.length > 0 && (
          <>
            <Button size="small" onClick={() => void copy(sheet())}>
              {words.copy}
            </Button>
            <Button size="small" onClick={() => void save(sheet())}>
              {words.csv}
            </Button>
          </>
        )
      }
    >
      {error && (
        <AnswerFailed title={words.failed} error={error} isBusy={isFetching} onRetry={refetch} />
      )}
      {!error && isTooMany && found && (
        <Blank
          title={words.tooManyTitle}
          actions={
            reachFrom !== null && (
              <Button
                size="small"
                type="primary"
                onClick={() => change({ time: { from: reachFrom, to: calls.range.to } })}
              >
                {words.narrow(instantShort(reachFrom, calls.asOf))}
              </Button>
            )
          }
        >
          {words.tooMany(count(found.total), count(MOST_READ))}
        </Blank>
      )}
      {!error && found && !isTooMany && callers.length === 0 && (
        <Blank title={words.emptyTitle}>{words.empty}</Blank>
      )}
      {!error && callers.length > 0 && <RepeatTable callers={callers} asOf={calls.asOf} />}
    </AnswerFrame>
  );
}
