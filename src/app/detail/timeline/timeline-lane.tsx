import { PHASE_COLOURS, WITH_PHASE_COLOURS } from "#app/ui/phase-colours.ts";
import { shareAt, type Span } from "./span.ts";
import type { CallTimeline, Lane, Segment } from "./timeline-model.ts";
import { cellsOf, isSeen, tracksOf } from "./tracks.ts";
import { useLaneNotes } from "./use-lane-notes.ts";
import type { TimelineWords } from "./use-timeline-words.ts";
import classes from "./timeline.module.css";

interface TimelineLaneProps {
  readonly lane: Lane;
  readonly timeline: CallTimeline;
  readonly seen: Span;
  readonly words: TimelineWords;
}

const TRACK = `${WITH_PHASE_COLOURS} ${classes["track"]}`;
const SWATCH = `${WITH_PHASE_COLOURS} ${classes["swatch"]}`;

/** Who, what they had of the call and for how long in writing, and below it drawn along the axis. */
export function TimelineLane({ lane, timeline, seen, words }: TimelineLaneProps) {
  const notes = useLaneNotes(lane, timeline, seen, words);
  const isCustomer = lane.party.side === "customer";
  return (
    <li className={classes["lane"]} data-side={lane.party.side}>
      <div className={classes["head"]}>
        <span className={classes["party"]} title={words.party(lane.party)}>
          {words.party(lane.party)}
        </span>
        {notes.map(({ key, phase, text }) => (
          <span key={key} className={classes["note"]}>
            {phase !== undefined && (
              <span aria-hidden className={SWATCH} style={{ background: PHASE_COLOURS[phase] }} />
            )}
            <span>{text}</span>
          </span>
        ))}
      </div>
      <div aria-hidden className={classes["tracks"]}>
        {isCustomer && <Presence timeline={timeline} seen={seen} />}
        {tracksOf(lane.segments).map((track, index) => (
          // Tracks have nothing but their order.
          <div key={index} className={TRACK}>
            {cellsOf(track, seen).map((cell, place) => (
              <span
                key={place}
                className={cell.segment === undefined ? classes["ground"] : classes["segment"]}
                data-phase={cell.segment?.phase}
                data-open={cell.segment?.isEndUntold || undefined}
                data-backward={isBackward(cell.segment) || undefined}
                title={cell.segment && titleOf(cell.segment, timeline, words)}
                style={{
                  flexGrow: cell.ms,
                  background: cell.segment && PHASE_COLOURS[cell.segment.phase],
                }}
              />
            ))}
          </div>
        ))}
      </div>
    </li>
  );
}

const isBackward = (segment: Segment | undefined) =>
  segment !== undefined && segment.to < segment.from;

function titleOf(segment: Segment, { startsAt }: CallTimeline, words: TimelineWords): string {
  const { from, to } = segment;
  return `${words.segment(segment)} · ${words.clock(from, startsAt)}–${words.clock(to, startsAt)}`;
}

/** The customer's call as a whole: a line from its start to its end. */
function Presence({ timeline, seen }: Pick<TimelineLaneProps, "timeline" | "seen">) {
  const { startsAt, releasedAt = timeline.whole.to, whole } = timeline;
  const segment = { from: startsAt, to: releasedAt };
  if (!isSeen({ ...segment, phase: "talk", seconds: 0 }, seen)) return null;
  const [from = 0, to = 0] = [segment.from, segment.to]
    .map((at) => Math.min(Math.max(shareAt(seen, Math.min(at, whole.to)), 0), 1))
    .toSorted((one, other) => one - other);
  return (
    <span
      className={classes["presence"]}
      style={{ insetInlineStart: `${from * 100}%`, inlineSize: `${(to - from) * 100}%` }}
    />
  );
}
