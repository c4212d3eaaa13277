import { startOfDay } from "./calendar-days.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS, WEEK_MS } from "./durations.ts";
import { zoneClock } from "./zone-clock.ts";

/** Ranges by the clocks and the calendar of the configured time zone, as links name them. */
export const RELATIVE_RANGES = [
  "last15m",
  "last1h",
  "morning",
  "today",
  "yesterday",
  "thisWeek",
  "lastWeek",
  "thisMonth",
  "lastMonth",
  "last7d",
  "last30d",
  "last90d",
  "all",
] as const;

/** One of {@link RELATIVE_RANGES}. */
export type RelativeRange = (typeof RELATIVE_RANGES)[number];

/** What days are by, and how many of them there are. */
export interface Calendar {
  /** IANA name. */
  readonly timeZone: string;
  /** How many days the upstream keeps a record, today's included. */
  readonly retentionDays: number;
}

/** From the first instant, ms, to the one before `end`. */
export interface Stretch {
  readonly from: number;
  readonly end: number;
}

/** 1970-01-05, the first Monday, as a reading. */
const A_MONDAY = 4 * DAY_MS;

/** The instants, ms, at which the units of the calendar begin, so many before those of `asOf`. */
function beginningsAt(asOf: number, { timeZone }: Calendar) {
  const { readingAt, firstAt } = zoneClock(timeZone);
  const reading = readingAt(asOf);
  const today = Math.floor(reading / DAY_MS) * DAY_MS;
  const monday = Math.floor((reading - A_MONDAY) / WEEK_MS) * WEEK_MS + A_MONDAY;
  const date = new Date(reading);
  return {
    day: (back: number) => startOfDay(asOf, timeZone, back),
    noon: () => firstAt(today + 12 * HOUR_MS),
    week: (back: number) => firstAt(monday - back * WEEK_MS),
    month: (back: number) => firstAt(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - back)),
  };
}

/**
 * The whole stretch that a relative range names when it is looked at `asOf`, which may end later than
 * that: "today" ends at midnight. Weeks begin with Monday.
 *
 * @param asOf ms
 */
export function wholeOf(relative: RelativeRange, asOf: number, calendar: Calendar): Stretch {
  const { day, noon, week, month } = beginningsAt(asOf, calendar);
  const days = (count: number): Stretch => ({ from: day(count - 1), end: day(-1) });
  switch (relative) {
    case "last15m":
      return { from: asOf - 15 * MINUTE_MS, end: asOf + 1 };
    case "last1h":
      return { from: asOf - HOUR_MS, end: asOf + 1 };
    case "morning":
      return { from: day(0), end: noon() };
    case "today":
      return days(1);
    case "yesterday":
      return { from: day(1), end: day(0) };
    case "thisWeek":
      return { from: week(0), end: week(-1) };
    case "lastWeek":
      return { from: week(1), end: week(0) };
    case "thisMonth":
      return { from: month(0), end: month(-1) };
    case "lastMonth":
      return { from: month(1), end: month(0) };
    case "last7d":
      return days(7);
    case "last30d":
      return days(30);
    case "last90d":
      return days(90);
    case "all":
      return days(calendar.retentionDays);
  }
}
