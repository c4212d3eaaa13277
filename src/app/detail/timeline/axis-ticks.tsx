import { ticksOf } from "./axis.ts";
import { shareAt, type Span } from "./span.ts";
import type { CallTimeline } from "./timeline-model.ts";
import type { TimelineWords } from "./use-timeline-words.ts";
import classes from "./timeline.module.css";

interface AxisTicksProps {
  readonly timeline: CallTimeline;
  readonly seen: Span;
  readonly words: TimelineWords;
}

const MOST_TICKS = 5;
/** A clock without a day, or an offset from UTC. */
const SHORT_CHARS = 8;
/** Where a label between those at the ends has room, of the narrowest drawer's width. */
const ROOM = { from: 0.22, to: 0.6 };

/** When it was, by the clock and since the start: at both ends of what is seen, and between them as room is. */
export function AxisTicks({ timeline, seen, words }: AxisTicksProps) {
  const { startsAt } = timeline;
  const label = (at: number) => (
    <>
      <span>{words.clock(at, startsAt)}</span>
      <span className={classes["offset"]}>{words.offset(at, startsAt)}</span>
    </>
  );
  const isShort = [seen.from, seen.to].every(
    (at) => words.clock(at, startsAt).length <= SHORT_CHARS,
  );
  const ticks = ticksOf(seen, startsAt, MOST_TICKS).map((at) => ({ at, share: shareAt(seen, at) }));
  return (
    <>
      <div aria-hidden className={classes["lines"]}>
        {ticks.map(({ at, share }) => (
          <span key={at} className={classes["line"]} style={placeOf(share)} />
        ))}
        {marksOf(timeline)
          .map((at) => shareAt(seen, at))
          .filter((share) => share > 0 && share < 1)
          .map((share) => (
            <span key={share} className={classes["mark"]} style={placeOf(share)} />
          ))}
      </div>
      <div aria-hidden className={classes["labels"]}>
        <span className={classes["first"]}>{label(seen.from)}</span>
        {isShort &&
          ticks
            .filter(({ share }) => share >= ROOM.from && share <= ROOM.to)
            .map(({ at, share }) => (
              <span key={at} className={classes["label"]} style={placeOf(share)}>
                {label(at)}
              </span>
            ))}
        <span className={classes["last"]}>{label(seen.to)}</span>
      </div>
    </>
  );
}

const placeOf = (share: number) => ({ insetInlineStart: `${share * 100}%` });

/** The release ends the axis, and the connection begins a segment; where they cannot be right they are marked. */
function marksOf(timeline: CallTimeline): readonly number[] {
  const { establishedAt, releasedAt, doubts, disagreements } = timeline;
  const isDoubtful = doubts.length > 0 || disagreements.length > 0;
  const marks = isDoubtful ? [establishedAt, releasedAt] : [releasedAt];
  return [...new Set(marks.filter((at) => at !== undefined))];
}
