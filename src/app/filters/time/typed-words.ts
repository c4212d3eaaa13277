import { DAY_MS, HOUR_MS, MINUTE_MS, WEEK_MS } from "#contract/time/durations.ts";
import type { RelativeRange } from "#contract/time/relative-range.ts";

// What people type for times, in both languages whichever one the screen is in: what is pasted comes from
// anywhere. Texts are compared in lower case, in half-width forms and without blanks at their ends.

/** Words that name a whole range. */
export const RANGE_WORDS: Readonly<Record<RelativeRange, readonly string[]>> = {
  last15m: ["近15分钟", "最近15分钟", "last 15 minutes", "last 15 min", "last quarter hour"],
  last1h: ["近1小时", "最近1小时", "近一小时", "最近一小时", "last hour", "last 1 hour"],
  morning: ["今天上午", "今早", "上午", "this morning"],
  today: ["今天", "今日", "today"],
  yesterday: ["昨天", "昨日", "yesterday"],
  thisWeek: ["本周", "这周", "这个星期", "this week"],
  lastWeek: ["上周", "上个星期", "last week"],
  thisMonth: ["本月", "这个月", "this month"],
  lastMonth: ["上月", "上个月", "last month"],
  last7d: ["近7天", "最近7天", "近一周", "最近一周", "last 7 days"],
  last30d: ["近30天", "最近30天", "last 30 days"],
  last90d: ["近90天", "最近90天", "近3个月", "最近3个月", "last 90 days", "last 3 months"],
  all: ["全部", "所有", "全部保留期", "all", "all kept", "everything"],
};

/** Days before today, by name. */
export const DAY_WORDS: Readonly<Record<string, number>> = {
  今天: 0,
  今日: 0,
  今: 0,
  today: 0,
  昨天: 1,
  昨日: 1,
  昨: 1,
  yesterday: 1,
  前天: 2,
  大前天: 3,
};

/** Days of the week, Monday first. */
export const WEEKDAYS: readonly (readonly string[])[] = [
  ["一", "1", "monday", "mon"],
  ["二", "2", "tuesday", "tue"],
  ["三", "3", "wednesday", "wed"],
  ["四", "4", "thursday", "thu"],
  ["五", "5", "friday", "fri"],
  ["六", "6", "saturday", "sat"],
  ["日", "天", "7", "sunday", "sun"],
];

/** Months by their first three letters, from January. */
export const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** Parts of a day: the hours that they are, the last one exclusive. */
export const DAY_PARTS: Readonly<Record<string, readonly [from: number, end: number]>> = {
  凌晨: [0, 6],
  早上: [0, 12],
  早晨: [0, 12],
  上午: [0, 12],
  morning: [0, 12],
  中午: [11, 13],
  下午: [12, 18],
  afternoon: [12, 18],
  晚上: [18, 24],
  夜里: [18, 24],
  晚: [18, 24],
  evening: [18, 24],
};

/** Lengths, ms, by their names; those of the calendar are in months. */
export const UNITS: Readonly<
  Record<string, { readonly ms: number } | { readonly months: number }>
> = {
  ...namesOf({ ms: 1000 }, "s sec secs second seconds 秒 秒钟"),
  ...namesOf({ ms: MINUTE_MS }, "m min mins minute minutes 分 分钟"),
  ...namesOf({ ms: HOUR_MS }, "h hr hrs hour hours 时 小时 个小时"),
  ...namesOf({ ms: DAY_MS }, "d day days 天 日"),
  ...namesOf({ ms: WEEK_MS }, "w week weeks 周 星期 个星期"),
  ...namesOf({ months: 1 }, "mo mos month months 月 个月"),
  ...namesOf({ months: 12 }, "y year years 年"),
};

function namesOf<T>(unit: T, names: string): Record<string, T> {
  return Object.fromEntries(names.split(" ").map((name) => [name, unit]));
}
