import { useTimelineText } from "#app/i18n/use-call-words.ts";
import { useFormats } from "#app/i18n/use-formats.ts";
import type { Span } from "./span.ts";
import type { CallTimeline, Lane, Segment, TimelinePhase } from "./timeline-model.ts";
import { isSeen } from "./tracks.ts";
import type { TimelineWords } from "./use-timeline-words.ts";

/** A length that is written beside a lane. */
interface LaneNote {
  readonly key: string;
  /** Absent: of the whole call. */
  readonly phase: TimelinePhase | undefined;
  readonly text: string;
}

/** More than these are told together, phase by phase, until one has zoomed in. */
const MOST_SINGLE = 5;

/** The lengths of what is seen of a lane, so that none has to find room within what is drawn. */
export function useLaneNotes(
  { party, segments, heldSeconds }: Lane,
  { startsAt, releasedAt }: CallTimeline,
  seen: Span,
  words: TimelineWords,
): readonly LaneNote[] {
  const t = useTimelineText();
  const formats = useFormats();
  const shown = segments.filter((one) => isSeen(one, seen));
  const notes: LaneNote[] = [];
  if (party.side === "customer" && releasedAt !== undefined) {
    const length = formats.seconds((releasedAt - startsAt) / 1000);
    notes.push({ key: "whole", phase: undefined, text: `${t("whole")} ${length}` });
  }
  if (shown.length <= MOST_SINGLE)
    for (const [index, segment] of shown.entries())
      notes.push({ key: String(index), phase: segment.phase, text: words.segment(segment) });
  else
    for (const [phase, some] of byPhase(shown)) {
      const length = formats.seconds(some.reduce((sum, { seconds }) => sum + seconds, 0));
      const [only] = some;
      const text =
        some.length === 1 && only !== undefined
          ? words.segment(only)
          : t("several", { phase: words.phase(phase), count: some.length, length });
      notes.push({ key: phase, phase, text });
    }
  if (heldSeconds !== undefined) {
    const length = formats.seconds(heldSeconds);
    notes.push({ key: "held", phase: "held", text: t("heldUnplaced", { length }) });
  }
  return notes;
}

function byPhase(segments: readonly Segment[]): ReadonlyMap<TimelinePhase, readonly Segment[]> {
  const phases = new Map<TimelinePhase, Segment[]>();
  for (const segment of segments)
    phases.set(segment.phase, [...(phases.get(segment.phase) ?? []), segment]);
  return phases;
}
