import { DAY_MS, HOUR_MS, WEEK_MS } from "./durations.ts";
import type { AbsoluteRange } from "./time-range.ts";
import { zoneClock, type ZoneClock } from "./zone-clock.ts";

/** Hours of a week, Monday's first: hour `h` of weekday `d`, both from 0, is cell `24 * d + h`. */
export const WEEK_CELLS = 168;

/**
 * A range in the hours that the clocks show. Stretch `i` is from `edges[i]` (ms, inclusive) to `edges[i + 1]`
 * (exclusive), and belongs to the cell `cells[i]` of the week. The range cuts off the first and the last.
 */
export interface WeekHours {
  readonly edges: readonly number[];
  readonly cells: readonly number[];
}

/** The longest range that is divided, ms: more than a year, which is longer than calls are kept. */
export const LONGEST_IN_HOURS = 400 * DAY_MS;

/** 1970-01-05, the first Monday, as a reading. */
const A_MONDAY = 4 * DAY_MS;

function cellAt(reading: number): number {
  const since = (((reading - A_MONDAY) % WEEK_MS) + WEEK_MS) % WEEK_MS;
  return Math.floor(since / HOUR_MS);
}

/**
 * The hours of a range by the clocks of the zone. An hour that they skip has no stretch, and one that they
 * show twice is one stretch of two hours.
 *
 * @param range up to {@link LONGEST_IN_HOURS}: of a longer one there are none
 * @param timeZone IANA name
 */
export function weekHoursOf({ from, to }: AbsoluteRange, timeZone: string): WeekHours {
  if (to - from > LONGEST_IN_HOURS) return { edges: [from], cells: [] };
  const clock = zoneClock(timeZone);
  const edges = [from];
  const cells: number[] = [];
  const end = to + 1;
  const add = (until: number, cell: number) => {
    const at = Math.min(until, end);
    if (at <= (edges.at(-1) ?? from)) return;
    // Where clocks go back, the same hour goes on.
    if (cells.at(-1) === cell) edges[edges.length - 1] = at;
    else {
      edges.push(at);
      cells.push(cell);
    }
  };
  for (let at = from; at < end;) {
    const next = nextHour(at, clock);
    add(next, cellAt(clock.readingAt(at)));
    at = next;
  }
  return { edges, cells };
}

/** The instant behind `at` at which the clocks show another hour, or are set. */
function nextHour(at: number, { readingAt }: ZoneClock): number {
  const reading = readingAt(at);
  const whole = at + HOUR_MS - (((reading % HOUR_MS) + HOUR_MS) % HOUR_MS);
  const offset = reading - at;
  if (readingAt(whole) - whole === offset) return whole;
  let [same, other] = [at, whole];
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (readingAt(middle) - middle === offset) same = middle;
    else other = middle;
  }
  return other;
}
