import { useQuery } from "@tanstack/react-query";
import Button from "antd/es/button";
import { useState } from "react";
import { AnswerFailed } from "#app/answers/answer-failed.tsx";
import { AnswerFrame } from "#app/answers/answer-frame.tsx";
import { AnswerNotes } from "#app/answers/answer-notes.tsx";
import type { AnswerProps } from "#app/answers/answer-props.ts";
import { AnswerRetry } from "#app/answers/answer-retry.tsx";
import type { ApiError } from "#app/api/api-error.ts";
import { useLapse } from "#app/api/lapse.ts";
import { errorOf } from "#app/api/read-reply.ts";
import { useErrorWords } from "#app/i18n/error-words.ts";
import { useBackWords } from "#app/i18n/use-back-words.ts";
import { useFormats } from "#app/i18n/use-formats.ts";
import { Blank } from "#app/ui/blank.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useHeldError } from "#app/ui/use-held-error.ts";
import { useView } from "#app/view/use-view.tsx";
import { MINUTE_MS } from "#contract/time/durations.ts";
import { BackExport } from "./back-export.tsx";
import { isSameView } from "./back-key.ts";
import type { BackList } from "./back-list.ts";
import { BackTable } from "./back-table.tsx";
import { callBackQuery, paceOf } from "./call-back-query.ts";
import { OLDEST_FIRST, sortCallers } from "./sort-callers.ts";
import { useBackNotes } from "./use-back-notes.ts";
import { useQuietCalls } from "./use-quiet-calls.ts";

/** Whom to call back, in whatever state that is: being found out, known, asked for again, nobody, failed. */
export function BackAnswer({ calls: ofView }: AnswerProps) {
  const words = useBackWords();
  const errorWords = useErrorWords();
  const { count, instant, clock } = useFormats();
  const isLapsed = useLapse() !== "none";
  const { refresh } = useView();
  const { calls, time, hurry } = useQuietCalls(ofView);
  const [sort, setSort] = useState(OLDEST_FIRST);
  const query = useQuery({
    ...callBackQuery({ calls, time }),
    enabled: !isLapsed,
    // Of the same view as of before: better than nothing until it is looked at anew.
    placeholderData: (before: BackList | undefined, of) =>
      isSameView({ calls, time }, of?.queryKey) ? before : undefined,
    // While the tab is looked at.
    refetchInterval: ({ state }) => paceOf(state.data),
    refetchOnWindowFocus: true,
  });
  const { data, isFetching, refetch } = query;
  const error = useHeldError(calls, query.error, data !== undefined && query.error === null);
  function lookAgain() {
    // What ends now ends later by now, and those are in view who called since.
    if (ofView.range.to !== ofView.asOf) return void refetch();
    hurry();
    return refresh();
  }
  const notes = useBackNotes(data);
  const end = data?.end;
  const retry = (failed: ApiError) => (
    <AnswerRetry error={failed} isBusy={isFetching} onRetry={refetch} />
  );
  const callers = data === undefined ? [] : sortCallers(data.callers, sort);
  const problem = end?.problem && errorOf(end.problem);
  const status =
    data === undefined
      ? error
        ? ""
        : words.reading
      : end === undefined
        ? words.judging(count(data.judged), count(data.looked.callers))
        : [
            words.waiting(count(callers.length)),
            words.upTo(clock(data.looked.upTo, calls.asOf)),
            words.again(count(Math.ceil(paceOf(data) / MINUTE_MS))),
          ].join(" · ");

  return (
    <AnswerFrame
      title={words.title}
      hint={words.hint}
      status={status}
      calls={calls}
      isBusy={isFetching}
      notes={
        <>
          {error && data !== undefined && (
            <Notice tone="bad" actions={retry(error)}>
              {[words.failed, errorWords(error).title, errorWords(error).facts].join(" · ")}
            </Notice>
          )}
          {problem && end && (
            <Notice tone="bad" actions={retry(problem)}>
              {[
                end.unjudged > 0 ? words.partial(count(end.unjudged)) : words.partialTries,
                errorWords(problem).title,
                errorWords(problem).facts,
              ].join(" · ")}
            </Notice>
          )}
          {data !== undefined && data.dealtWith > 0 && (
            <Notice tone="info">
              {words.dealtWith(count(data.dealtWith), instant(data.firstUpTo))}
            </Notice>
          )}
          <AnswerNotes notes={notes} />
        </>
      }
      actions={
        <>
          <Button size="small" loading={isFetching} disabled={isLapsed} onClick={lookAgain}>
            {words.now}
          </Button>
          {end !== undefined && <BackExport calls={calls} callers={callers} notes={notes} />}
        </>
      }
    >
      {data === undefined ? (
        error && (
          <AnswerFailed title={words.failed} error={error} isBusy={isFetching} onRetry={refetch} />
        )
      ) : callers.length > 0 ? (
        <BackTable callers={callers} upTo={data.looked.upTo} sort={sort} onSort={setSort} />
      ) : (
        end !== undefined &&
        problem === undefined && (
          <Blank title={words.emptyTitle}>
            {data.looked.of === 0 ? words.noneInbound : words.empty}
          </Blank>
        )
      )}
    </AnswerFrame>
  );
}
