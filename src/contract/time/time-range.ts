import { DAY_MS } from "./durations.ts";
import { zoneClock } from "./zone-clock.ts";

/** Results are pinned to the latest of these steps, ms: readers who ask within one share the answer. */
const PIN_STEP_MS = 5_000;

/** The instant to pin results to that are asked for now, at most five seconds ago. */
export function pinInstant(now: number): number {
  return now - (now % PIN_STEP_MS);
}

/** Ranges that follow the calendar of the configured time zone. */
export const RELATIVE_RANGES = ["today", "yesterday", "last7d", "last30d"] as const;
export type RelativeRange = (typeof RELATIVE_RANGES)[number];

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

export const DEFAULT_TIME_RANGE: CalendarRange = { relative: "today" };

/** Later years are slips of the hand, and calendars cannot show them. In ms; the earliest is 0. */
export const LATEST_INSTANT = Date.UTC(2100, 0, 1) - 1;

export function isRelative(range: TimeRange): range is CalendarRange {
  return "relative" in range;
}

/**
 * The first instant of the day `daysBack` days before the day of `now` in `timeZone`, in ms. Where
 * clocks skip midnight (Cairo in spring) that is not 00:00 but the first minute after the gap.
 */
export function startOfDay(now: number, timeZone: string, daysBack = 0): number {
  const clock = zoneClock(timeZone);
  // Calendar arithmetic on readings, in which every day has 24 hours.
  const today = Math.floor(clock.readingAt(now) / DAY_MS);
  return clock.instantOf((today - daysBack) * DAY_MS);
}

const FIRST_DAY_BACK = {
  today: 0,
  yesterday: 1,
  last7d: 6,
  last30d: 29,
} as const satisfies Record<RelativeRange, number>;

/**
 * The instants a range means when it is looked at `asOf`: the end is always explicit and, unless
 * the whole range lies ahead, never later than `asOf`, so that paging runs over a set that no
 * longer grows at its end.
 *
 * @param asOf ms since the epoch: the instant the view's results are pinned to
 * @param timeZone IANA name
 */
export function resolveTimeRange(range: TimeRange, asOf: number, timeZone: string): AbsoluteRange {
  if (!isRelative(range))
    return { from: range.from, to: Math.max(range.from, Math.min(range.to, asOf)) };
  const from = startOfDay(asOf, timeZone, FIRST_DAY_BACK[range.relative]);
  return { from, to: range.relative === "yesterday" ? startOfDay(asOf, timeZone) - 1 : asOf };
}

/**
 * The instant so many days earlier by the calendar and the clocks of the zone, ms: the start of a day
 * stays one where the clocks change in between. Not before the first instant.
 *
 * @param timeZone IANA name
 */
export function daysEarlier(at: number, days: number, timeZone: string): number {
  const clock = zoneClock(timeZone);
  // A day does not begin at the same time of the clock everywhere and always.
  const isDayStart = at === startOfDay(at, timeZone);
  const earlier = isDayStart
    ? startOfDay(at, timeZone, days)
    : clock.instantOf(clock.readingAt(at) - days * DAY_MS);
  return Math.max(0, earlier);
}

/** The same period one week earlier. */
export function weekEarlier(range: AbsoluteRange, timeZone: string): AbsoluteRange {
  const from = daysEarlier(range.from, 7, timeZone);
  // The end is inclusive: it is the instant before the next period's start that must stay so. In an
  // hour that clocks show twice the ends could change places.
  return { from, to: Math.max(from, daysEarlier(range.to + 1, 7, timeZone) - 1) };
}

/** True for an IANA zone that this runtime knows. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
