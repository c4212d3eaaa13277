import { daysEarlier } from "./calendar-days.ts";
import { LATEST_MS, otherUnitOf } from "./instant-unit.ts";
import { wholeOf, type Calendar, type RelativeRange } from "./relative-range.ts";

/** How far apart pins are, ms: readers who ask between two of them share the answer. */
const PIN_STEP_MS = 5_000;

/** The instant, ms, to pin results to that are asked for now. It is at most five seconds ago. */
export function pinInstant(now: number): number {
  return now - (now % PIN_STEP_MS);
}

/** Both ends in milliseconds since the epoch, both inclusive, `from` ≤ `to`. */
export interface AbsoluteRange {
  readonly from: number;
  readonly to: number;
}

/** A range that is resolved anew whenever its view is loaded or refreshed. */
export interface CalendarRange {
  readonly relative: RelativeRange;
}

/** The range of a view. {@link resolveTimeRange} gives its instants. */
export type TimeRange = CalendarRange | AbsoluteRange;

/** The range of a view that names none. Links leave it out. */
export const DEFAULT_TIME_RANGE: CalendarRange = { relative: "today" };

/** The last instant that a range can name, ms; the first is 0. A later year is a slip of the hand. */
export const LATEST_INSTANT = LATEST_MS - 1;

/** True for an instant, ms, that a range can name: not one of those weeks of 1970 that are others in seconds. */
export function isNameable(ms: number): boolean {
  return ms >= 0 && ms <= LATEST_INSTANT && otherUnitOf(ms) === undefined;
}

/** True for a range by the calendar, which {@link resolveTimeRange} turns into instants. */
export function isRelative(range: TimeRange): range is CalendarRange {
  return "relative" in range;
}

/**
 * The instants that a range stands for when it is looked at `asOf`. The end is never later than
 * `asOf`, so that paging runs over a set that does not grow at its end. Only a range that begins later
 * than `asOf` ends later too: at its own beginning.
 *
 * @param asOf ms since the epoch: the instant the view's results are pinned to
 */
export function resolveTimeRange(
  range: TimeRange,
  asOf: number,
  calendar: Calendar,
): AbsoluteRange {
  const { from, end } = isRelative(range)
    ? wholeOf(range.relative, asOf, calendar)
    : { from: range.from, end: range.to + 1 };
  return { from: Math.max(0, from), to: Math.max(from, 0, Math.min(end - 1, asOf)) };
}

/**
 * The same range one week earlier by the calendar and the clocks of the zone.
 *
 * @param timeZone IANA name
 */
export function weekEarlier(range: AbsoluteRange, timeZone: string): AbsoluteRange {
  const from = daysEarlier(range.from, 7, timeZone);
  // The end is inclusive: it is the instant before the next period's start that must stay so. In an
  // hour that clocks show twice the ends could change places.
  return { from, to: Math.max(from, daysEarlier(range.to + 1, 7, timeZone) - 1) };
}

/** True for the IANA name of a zone that this runtime knows. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
