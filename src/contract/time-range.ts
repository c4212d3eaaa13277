import dayjs from "dayjs";
import timezone from "dayjs/plugin/timezone.js";
import utc from "dayjs/plugin/utc.js";

dayjs.extend(utc);
dayjs.extend(timezone);

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

export type TimeRange = { readonly relative: RelativeRange } | AbsoluteRange;

export const DEFAULT_TIME_RANGE: TimeRange = { relative: "today" };

/** Later years are slips of the hand, and calendars cannot show them. In ms; the earliest is 0. */
export const LATEST_INSTANT = Date.UTC(2100, 0, 1) - 1;

export function isRelative(range: TimeRange): range is { readonly relative: RelativeRange } {
  return "relative" in range;
}

/** The first instant of the day `daysBack` days before the day of `now` in `timeZone`, in ms. */
export function startOfDay(now: number, timeZone: string, daysBack = 0): number {
  const day = dayjs(now).tz(timeZone).format("YYYY-MM-DD");
  // Calendar arithmetic in UTC, where every day has 24 hours, and back into the zone by name.
  const target = dayjs.utc(day).subtract(daysBack, "day").format("YYYY-MM-DD");
  return firstInstantOf(target, timeZone);
}

/**
 * The first instant that the zone's calendar calls `day` (`YYYY-MM-DD`), in ms. Where clocks skip
 * midnight (Cairo in spring) that is not 00:00 but the first minute after the gap.
 */
function firstInstantOf(day: string, timeZone: string): number {
  const guess = dayjs.tz(`${day} 00:00:00`, timeZone).valueOf();
  // dayjs answers a wall time that does not exist with one an hour to either side of the gap.
  const dayAt = (instant: number) => dayjs(instant).tz(timeZone).format("YYYY-MM-DD");
  const hour = 3_600_000;
  for (const candidate of [guess - hour, guess, guess + hour])
    if (dayAt(candidate) === day && dayAt(candidate - 1) !== day) return candidate;
  return guess;
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

const DAY_MS = 86_400_000;

const offsetMs = (instant: number, timeZone: string) =>
  dayjs(instant).tz(timeZone).utcOffset() * 60_000;

/**
 * The instant at which the zone's clocks show `reading` (ms, as if they showed UTC): the first of
 * two, or where clocks skip it, as much later as they skip.
 */
function instantOf(reading: number, timeZone: string): number {
  const candidates = [reading - DAY_MS, reading + DAY_MS].map(
    (near) => reading - offsetMs(near, timeZone),
  );
  const exact = candidates.filter((at) => at + offsetMs(at, timeZone) === reading);
  return exact.length > 0 ? Math.min(...exact) : Math.max(...candidates);
}

/**
 * The same period one week earlier, by the calendar and the clocks of the zone: whole days stay
 * whole days where the clocks change in between.
 *
 * @param timeZone IANA name
 */
export function weekEarlier(range: AbsoluteRange, timeZone: string): AbsoluteRange {
  const shift = (at: number) => {
    // A day does not begin at the same time of the clock everywhere and always.
    const isDayStart = at === startOfDay(at, timeZone);
    const reading = at + offsetMs(at, timeZone) - 7 * DAY_MS;
    return Math.max(0, isDayStart ? startOfDay(at, timeZone, 7) : instantOf(reading, timeZone));
  };
  const from = shift(range.from);
  // The end is inclusive: it is the instant before the next period's start that must stay so. In an
  // hour that clocks show twice the ends could change places.
  return { from, to: Math.max(from, shift(range.to + 1) - 1) };
}

/** True for an IANA zone that this runtime knows. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
