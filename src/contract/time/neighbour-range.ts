import { daysEarlier, startOfDay } from "./calendar-days.ts";
import { DAY_MS, MINUTE_MS } from "./durations.ts";
import {
  RELATIVE_RANGES,
  wholeOf,
  type Calendar,
  type RelativeRange,
  type Stretch,
} from "./relative-range.ts";
import { isRelative, isNameable, type TimeRange } from "./time-range.ts";
import { zoneClock } from "./zone-clock.ts";

/** The shortest range that zooming out starts from, ms: of less nobody can say what is around it. */
const LEAST_MS = MINUTE_MS;

function stretchOf(time: TimeRange, asOf: number, calendar: Calendar): Stretch {
  if (isRelative(time)) return wholeOf(time.relative, asOf, calendar);
  return { from: time.from, end: time.to + 1 };
}

/**
 * The range right before, or right after, one of the same length: the day before a day, the month
 * before a month, the two hours before two hours. One that has a name of its own ("yesterday", "this
 * week") is that, so that it moves on with the calendar.
 *
 * @param direction -1 before, 1 after
 * @param asOf ms: the instant the view is pinned to
 * @returns undefined where all of it is yet to come, or was before the first instant
 */
export function neighbourRange(
  time: TimeRange,
  direction: -1 | 1,
  asOf: number,
  calendar: Calendar,
): TimeRange | undefined {
  const { from, end } = moved(stretchOf(time, asOf, calendar), direction, calendar.timeZone);
  if (from > asOf || !isNameable(from) || !isNameable(end)) return undefined;
  return named({ from, end }, asOf, calendar);
}

/** By the calendar where it begins and ends with days, by its length otherwise. */
function moved({ from, end }: Stretch, direction: -1 | 1, timeZone: string): Stretch {
  const { readingAt, firstAt } = zoneClock(timeZone);
  const isDay = (at: number) => at === startOfDay(at, timeZone);
  if (!isDay(from) || !isDay(end)) {
    const by = direction * (end - from);
    return { from: from + by, end: end + by };
  }
  const months = monthsBetween(readingAt(from), readingAt(end));
  if (months !== undefined) {
    const monthsOn = (at: number) => {
      const date = new Date(readingAt(at));
      return firstAt(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + direction * months));
    };
    return { from: monthsOn(from), end: monthsOn(end) };
  }
  const days = Math.round((readingAt(end) - readingAt(from)) / DAY_MS);
  const daysOn = (at: number) => daysEarlier(at, -direction * days, timeZone);
  return { from: daysOn(from), end: daysOn(end) };
}

/** How many months lie between two readings that both begin one; undefined for others. */
function monthsBetween(first: number, end: number): number | undefined {
  const [a, b] = [new Date(first), new Date(end)];
  if (a.getUTCDate() !== 1 || b.getUTCDate() !== 1) return undefined;
  return 12 * (b.getUTCFullYear() - a.getUTCFullYear()) + b.getUTCMonth() - a.getUTCMonth();
}

/** Those whose name says which part of the calendar they are, and not how long they are. */
const NAMED: readonly RelativeRange[] = RELATIVE_RANGES.filter(
  (name) => name === "yesterday" || /^(today|this|last(Week|Month))/.test(name),
);

function named({ from, end }: Stretch, asOf: number, calendar: Calendar): TimeRange {
  const relative = NAMED.find((name) => {
    const whole = wholeOf(name, asOf, calendar);
    return whole.from === from && whole.end === end;
  });
  return relative === undefined ? { from, to: end - 1 } : { relative };
}

/**
 * A range twice as long around the same middle; what would lie ahead of `asOf` is added at the start.
 *
 * @param asOf ms: the instant the view is pinned to
 * @returns undefined where the range holds everything that is kept already
 */
export function widerRange(
  time: TimeRange,
  asOf: number,
  calendar: Calendar,
): TimeRange | undefined {
  const all = wholeOf("all", asOf, calendar);
  const { from, end } = stretchOf(time, asOf, calendar);
  if (from <= all.from && end > asOf) return undefined;
  const length = Math.max(LEAST_MS, Math.min(end, asOf + 1) - from);
  const to = Math.min(asOf, end + Math.ceil(length / 2) - 1);
  const start = to + 1 - 2 * length;
  // Everything: from there on nothing but its name says more.
  if (start <= all.from && to === asOf) return { relative: "all" };
  return { from: Math.max(0, start), to };
}
