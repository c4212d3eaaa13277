import { DAY_MS, WEEK_MS } from "#contract/time/durations.ts";
import { DAY_WORDS, MONTHS, WEEKDAYS } from "./typed-words.ts";

/** A day or a month at the beginning of a text: readings, ms, `end` exclusive, and what follows it. */
export interface TypedDay {
  readonly from: number;
  readonly end: number;
  readonly rest: string;
}

/** Years and dates from these on; a larger one is a slip of the hand. */
const YEARS = { least: 1970, most: 2099 };
/** A year without 29 February is followed by one with it within so many. */
const LEAP_YEARS = 8;

/** 1970-01-05, the first Monday, as a reading. */
const A_MONDAY = 4 * DAY_MS;

type Read = (found: RegExpExecArray, now: number) => { from: number; end: number } | undefined;

/** What follows a date: nothing, a blank, the T of ISO, or what cannot be part of it. */
const THEN = "(?=$|[ t,]|[^-/.\\w:])";
const MONTH = `(${MONTHS.join("|")})[a-z]*\\.?`;
const WEEKDAY_NAMES = WEEKDAYS.flat().filter((name) => /[a-z]{3}/.test(name));
const LONGEST_FIRST = (names: readonly string[]) =>
  names.toSorted((a, b) => b.length - a.length).join("|");

/** Each form with its reading; the first that matches counts. */
const FORMS: readonly (readonly [RegExp, Read])[] = [
  [form(`(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${THEN}`), ([, y, , m, d]) => dayOf(y, m, d)],
  [form("(\\d{4})年 ?(\\d{1,2})月 ?(\\d{1,2})[日号]?"), ([, y, m, d]) => dayOf(y, m, d)],
  [form(`(\\d{4})(\\d\\d)(\\d\\d)${THEN}`), ([, y, m, d]) => dayOf(y, m, d)],
  [form(`(\\d{4})[-/.](\\d{1,2})${THEN}`), ([, y, m]) => monthOf(y, m)],
  [form("(\\d{4})年 ?(\\d{1,2})月"), ([, y, m]) => monthOf(y, m)],
  [form(`(\\d{1,2})[-/.](\\d{1,2})${THEN}`), ([, m, d], now) => latestDay(m, d, now)],
  [form("(\\d{1,2})月 ?(\\d{1,2})[日号]?"), ([, m, d], now) => latestDay(m, d, now)],
  [form("(\\d{1,2})月(?:份)?"), ([, m], now) => latestMonth(m, now)],
  [
    form(`${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})${THEN}`),
    ([, m, d, y]) => dayOf(y, numberOf(m), d),
  ],
  [
    form(`(\\d{1,2})(?:st|nd|rd|th)? ${MONTH},? (\\d{4})${THEN}`),
    ([, d, m, y]) => dayOf(y, numberOf(m), d),
  ],
  [form(`${MONTH} (\\d{4})${THEN}`), ([, m, y]) => monthOf(y, numberOf(m))],
  [
    form(`${MONTH} (\\d{1,2})(?:st|nd|rd|th)?${THEN}`),
    ([, m, d], now) => latestDay(numberOf(m), d, now),
  ],
  [
    form(`(\\d{1,2})(?:st|nd|rd|th)? ${MONTH}${THEN}`),
    ([, d, m], now) => latestDay(numberOf(m), d, now),
  ],
  [
    form("(上个?|这个?|本)?(?:周|星期|礼拜)([一二三四五六日天1-7])"),
    ([, which, day], now) => weekday(which, day, now),
  ],
  [
    form(`(last |this )?(${LONGEST_FIRST(WEEKDAY_NAMES)})${THEN}`),
    ([, which, day], now) => weekday(which, day, now),
  ],
  [
    form(`(${LONGEST_FIRST(Object.keys(DAY_WORDS))})`),
    ([, word = ""], now) => daysBack(DAY_WORDS[word] ?? 0, now),
  ],
];

function form(pattern: string): RegExp {
  return new RegExp(`^${pattern}`);
}

/**
 * Reads the day, or the month, that a text begins with. A date without a year is the latest one that has
 * come.
 *
 * @param now the reading of the clocks now, ms
 * @returns undefined where the text begins with no day, or with one that no calendar has
 */
export function readDay(text: string, now: number): TypedDay | undefined {
  for (const [pattern, read] of FORMS) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const day = read(found, now);
    if (day === undefined) return undefined;
    return { ...day, rest: text.slice(found[0].length).replace(/^[ t,]+/, "") };
  }
  return undefined;
}

const numberOf = (month = "") => String(MONTHS.indexOf(month.slice(0, 3)) + 1);
const today = (now: number) => Math.floor(now / DAY_MS) * DAY_MS;
const isYear = (year: number) => year >= YEARS.least && year <= YEARS.most;

function dayOf(year = "", month = "", day = "") {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const from = Date.UTC(y, m - 1, d);
  const date = new Date(from);
  // 30 February would be 1 March.
  const isReal = isYear(y) && date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  return isReal ? { from, end: from + DAY_MS } : undefined;
}

function monthOf(year = "", month = "") {
  const [y, m] = [Number(year), Number(month)];
  if (!isYear(y) || m < 1 || m > 12) return undefined;
  return { from: Date.UTC(y, m - 1), end: Date.UTC(y, m) };
}

function latest<T extends { from: number }>(now: number, read: (year: string) => T | undefined) {
  const year = new Date(now).getUTCFullYear();
  const found = Array.from({ length: LEAP_YEARS + 1 }, (_unused, back) =>
    read(String(year - back)),
  );
  return found.find((one) => one !== undefined && one.from <= now);
}

const latestDay = (month = "", day = "", now = 0) => latest(now, (year) => dayOf(year, month, day));
const latestMonth = (month = "", now = 0) => latest(now, (year) => monthOf(year, month));

function daysBack(days: number, now: number) {
  const from = today(now) - days * DAY_MS;
  return { from, end: from + DAY_MS };
}

/** The latest one that has come; "last" or 上 that of the week before, where weeks begin with Monday. */
function weekday(which = "", day = "", now = 0) {
  const index = WEEKDAYS.findIndex((names) => names.includes(day));
  const monday = Math.floor((now - A_MONDAY) / WEEK_MS) * WEEK_MS + A_MONDAY;
  const inThisWeek = monday + index * DAY_MS;
  const isLast = which.startsWith("上") || which.startsWith("last");
  const isAhead =
    inThisWeek > now && !which.startsWith("这") && which !== "本" && !which.startsWith("this");
  const from = isLast || isAhead ? inThisWeek - WEEK_MS : inThisWeek;
  return { from, end: from + DAY_MS };
}
