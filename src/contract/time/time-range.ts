import { DAY_MS } from "./durations.ts";
import { zoneClock } from "./zone-clock.ts";

/** How far apart pins are, ms: readers who ask between two of them share the answer. */
const PIN_STEP_MS = 5_000;

/** The instant, ms, to pin results to that are asked for now. It is at most five seconds ago. */
export function pinInstant(now: number): number {
  return now - (now % PIN_STEP_MS);
}

/** Ranges by the calendar of the configured time zone, as links name them. */
export const RELATIVE_RANGES = ["today", "yesterday", "last7d", "last30d"] as const;

/** One of {@link RELATIVE_RANGES}. */
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

/** The range of a view that names none. Links leave it out. */
export const DEFAULT_TIME_RANGE: CalendarRange = { relative: "today" };

/** The last instant that a range can name, ms; the first is 0. A later year is a slip of the hand. */
export const LATEST_INSTANT = Date.UTC(2100, 0, 1) - 1;

/** True for a range by the calendar, which {@link resolveTimeRange} turns into instants. */
export function isRelative(range: TimeRange): range is CalendarRange {
  return "relative" in range;
}

/**
 * The first instant of the day that is `daysBack` days before the day of `now`, ms. Where clocks skip
 * midnight (Cairo in spring) it is not 00:00 but the first minute after the gap.
 *
 * @param now ms
 * @param timeZone IANA name
 */
export function startOfDay(now: number, timeZone: string, daysBack = 0): number {
  const clock = zoneClock(timeZone);
  // Calendar arithmetic on readings, in which every day has 24 hours.
  const today = Math.floor(clock.readingAt(now) / DAY_MS);
  return clock.firstAt((today - daysBack) * DAY_MS);
}

/** How many days before today each range begins. */
const FIRST_DAY_BACK = {
  today: 0,
  yesterday: 1,
  last7d: 6,
  last30d: 29,
} as const satisfies Record<RelativeRange, number>;

/**
 * The instants that a range stands for when it is looked at `asOf`. The end is never later than
 * `asOf`, so that paging runs over a set that does not grow at its end. Only a range that begins later
 * than `asOf` ends later too: at its own beginning.
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
 * The instant so many days earlier by the calendar and the clocks of the zone, ms, at least 0. The
 * start of a day stays the start of a day, also where clocks change in between.
 *
 * @param at ms
 * @param timeZone IANA name
 */
export function daysEarlier(at: number, days: number, timeZone: string): number {
  const clock = zoneClock(timeZone);
  // A day does not begin at the same time of the clock everywhere and always.
  const isDayStart = at === startOfDay(at, timeZone);
  const earlier = isDayStart
    ? startOfDay(at, timeZone, days)
    : clock.firstAt(clock.readingAt(at) - days * DAY_MS);
  return Math.max(0, earlier);
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
