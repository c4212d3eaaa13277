import type { WeekWords } from "./week-words-zh-cn.ts";

const calls = (count: string) => (count === "1" ? "1 call" : `${count} calls`);

/** What is said of calls by weekday and hour, in English. */
export const weekWordsEnUs: WeekWords = {
  kinds: "Chart",
  byTime: "Over time",
  byWeek: "Weekday and hour",
  region: "Weekday and hour",
  shows: "What is counted",
  charts: {
    "week-calls": "Calls",
    "week-abandoned": "Abandoned",
    "week-share": "Abandoned share",
    "week-wait": "Median queue time",
  },
  hint: "Arrow keys move, Enter shows the calls of the hour",
  hour: "Hour",
  weekday: "Weekday",
  count: calls,
  shareOf: (share, part, base) => `${share} (${part} abandoned of ${base} inbound)`,
  waitOf: (wait, base) => `median ${wait} (${calls(base)} queued)`,
  none: "no inbound calls",
  noWait: "nobody queued",
  pending: "counting",
  failed: "not counted",
  outside: "outside the time range",
  incomplete: "Not all hours could be counted:",
  tooManyHours: (hours, most, count) =>
    `Cannot be counted: the cloud counts hour by hour, and this time range has ${hours} hours of at most ${most}; with no more than ${calls(count)} there is no such limit. Shorten the time range or add a filter.`,
  tooManyWaits: (count) =>
    `Cannot be counted: more than ${calls(count)} queued, the cloud gives no median by the hour, and so many cannot be read. Shorten the time range or add a filter.`,
  least: "low",
  most: "high",
  scale: (most) => `Colours from light to dark: 0 to ${most}`,
  tooFew: (base) => `no colour below ${base} inbound calls`,
  which: (cell) => `${cell}: which of these`,
  stretch: (period, count) => `${period}, ${calls(count)}`,
};
