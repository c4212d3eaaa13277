import { keepPreviousData, useQuery } from "@tanstack/react-query";
import Button from "antd/es/button";
import { useState } from "react";
import { AnswerFailed } from "#app/answers/answer-failed.tsx";
import { AnswerFrame } from "#app/answers/answer-frame.tsx";
import { AnswerNotes } from "#app/answers/answer-notes.tsx";
import type { AnswerProps } from "#app/answers/answer-props.ts";
import { useAnswerExport } from "#app/answers/use-answer-export.ts";
import { useHasRight } from "#app/api/use-rights.ts";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useLabels } from "#app/i18n/use-labels.ts";
import { useSampleWords } from "#app/i18n/use-sample-words.ts";
import { Blank } from "#app/ui/blank.tsx";
import { useHeldError } from "#app/ui/use-held-error.ts";
import { MOST_LEFT_OUT } from "#contract/api/sample.ts";
import type { SampleDraw } from "#contract/filter/sample-draw.ts";
import { SampleControls } from "./sample-controls.tsx";
import { SampleMarks } from "./sample-marks.tsx";
import { sampleQuery, type Sample } from "./sample-query.ts";
import { sampleSheet } from "./sample-sheet.ts";
import { SAMPLE_FIELDS, SampleTable } from "./sample-table.tsx";
import { useHeard } from "./use-heard.ts";
import { useSampleNotes } from "./use-sample-notes.ts";
import { useSample, type SampleInHand } from "./use-sample.ts";

/** Calls drawn at random to be listened to, in whatever state the draw is. */
export function SampleAnswer({ calls }: AnswerProps) {
  const { sample, ...ways } = useSample();
  return sample && <DrawnSample calls={calls} sample={sample} {...ways} />;
}

interface DrawnSampleProps extends AnswerProps, Omit<SampleInHand, "sample"> {
  readonly sample: SampleDraw;
}

const NOBODY: readonly string[] = [];

function DrawnSample({ calls, sample, change, again }: DrawnSampleProps) {
  const words = useSampleWords();
  const labels = useLabels();
  const formats = useFormats();
  const mayExport = useHasRight("exportPage");
  const { save } = useAnswerExport(calls, "sample", { sample });
  const heard = useHeard(calls.instance);
  // As they were when somebody asked for it: what is ticked meanwhile must not vanish under the hand.
  const [leftOut, setLeftOut] = useState(NOBODY);
  const [isLeftOut, setIsLeftOut] = useState(false);
  const [last, setLast] = useState<{ readonly id: string; readonly wasHeard: boolean }>();
  const query = useQuery({
    ...sampleQuery(calls, sample, leftOut),
    placeholderData: keepPreviousData,
  });
  const { isFetching, isPlaceholderData, refetch } = query;
  const data = isPlaceholderData ? undefined : query.data;
  const error = useHeldError(calls, query.error, data?.isWhole === true);
  const notes = useSampleNotes({ calls, sample, data, leftOut: leftOut.length });
  const parts = data?.parts ?? [];
  const ids = parts.flatMap((part) => part.calls.map(({ contactId = "" }) => contactId));
  const isEmpty = data?.isWhole === true && ids.length === 0;

  function leaveOut(wanted: boolean) {
    const latest = heard.marks.slice(-MOST_LEFT_OUT).map(({ contactId }) => contactId);
    setIsLeftOut(wanted);
    setLeftOut(wanted ? latest : NOBODY);
  }
  function mark(id: string, isHeard: boolean) {
    setLast({ id, wasHeard: !isHeard });
    if (isHeard) heard.mark(id, Date.now());
    else heard.unmark(id);
  }
  function undo() {
    if (last === undefined) return;
    if (last.wasHeard) heard.mark(last.id, Date.now());
    else heard.unmark(last.id);
    setLast(undefined);
  }
  const sheet = () =>
    sampleSheet(parts, SAMPLE_FIELDS, heard, words, { labels, formats, nowMs: calls.asOf });

  return (
    <AnswerFrame
      title={words.title}
      hint={words.hint}
      status={error ? "" : <Status data={data} isHeard={heard.has} sample={sample} ids={ids} />}
      calls={calls}
      isBusy={isFetching}
      notes={
        <>
          <SampleControls
            sample={sample}
            isBusy={isFetching}
            isLeftOut={isLeftOut}
            onChange={change}
            onAgain={() => {
              if (isLeftOut) leaveOut(true);
              again();
            }}
            onLeaveOut={leaveOut}
          />
          <SampleMarks instance={calls.instance} heard={heard} onUndo={last && undo} />
          <AnswerNotes notes={notes} />
        </>
      }
      actions={
        mayExport &&
        data?.isWhole === true && (
          <Button size="small" disabled={isEmpty} onClick={() => void save(sheet())}>
            {words.csv}
          </Button>
        )
      }
    >
      {error && (
        <AnswerFailed
          title={words.failed}
          error={error}
          isBusy={isFetching}
          onRetry={refetch}
          reason={error.code === "too_many_calls" ? words.narrow : undefined}
        />
      )}
      {!error && isEmpty && (
        <Blank title={words.emptyTitle}>
          {leftOut.length > 0 && data.among !== 0 ? words.allHeard : words.empty}
        </Blank>
      )}
      {!error && ids.length > 0 && (
        <SampleTable parts={parts} asOf={calls.asOf} heard={heard} onMark={mark} />
      )}
    </AnswerFrame>
  );
}

interface StatusProps {
  readonly data: Sample | undefined;
  readonly sample: SampleDraw;
  readonly ids: readonly string[];
  readonly isHeard: (id: string) => boolean;
}

/** How far the draw is, or from how many it was, and how many of it have been heard. */
function Status({ data, sample, ids, isHeard }: StatusProps) {
  const words = useSampleWords();
  const { count } = useFormats();
  const { progress, total, among } = data ?? {};
  if (data?.isWhole !== true) {
    if (progress === undefined) return words.drawing;
    const say = sample.per === "agent" ? words.drawnAgents : words.drawn;
    return say(count(progress.done), count(progress.of));
  }
  const own = new Set(ids);
  const from =
    among === null || among === undefined
      ? words.amongUnknown(count(total ?? 0))
      : sample.leastTalk > 0
        ? words.amongTalk(count(among), count(total ?? 0))
        : words.among(count(among));
  const heard = words.heardOf(count([...own].filter(isHeard).length), count(own.size));
  return [heard, from].join(" · ");
}
