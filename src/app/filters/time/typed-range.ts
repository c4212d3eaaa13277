import { plainText } from "#contract/filter/plain-text.ts";
import { startOfDay } from "#contract/time/calendar-days.ts";
import { DAY_MS } from "#contract/time/durations.ts";
import { RELATIVE_RANGES, type Calendar } from "#contract/time/relative-range.ts";
import type { TimeRange } from "#contract/time/time-range.ts";
import { zoneClock } from "#contract/time/zone-clock.ts";
import { splitOffset } from "./typed-offset.ts";
import { before, readPoint, TIME_ALONE_MS, type TypedPoint } from "./typed-point.ts";
import { RANGE_WORDS, UNITS } from "./typed-words.ts";

/** `unknown` the text is not understood · `ahead` all of it is yet to come */
export type TypedProblem = "unknown" | "ahead";

/** A range, or why there is none. */
export type TypedRange = { readonly time: TimeRange } | { readonly problem: TypedProblem };

/**
 * What may stand between the two sides, the clearest first. A hyphen also stands in dates, so each one is
 * tried.
 */
const BETWEEN: readonly RegExp[] = [
  /→|->|=>|\.{2,}|…+|~|\n|\t|;/g,
  /到|至/g,
  / (?:to|until|till) /g,
  /,/g,
  / [-–—] /g,
  /[-–—]/g,
];

/**
 * Reads a range as people type or paste it, in either language: `2026-10-01`, `昨天 9点`, `-3d`,
 * `10-01 .. 10-15`, `last week`. A day is the whole of it, a time the hour from it, a length the time until
 * now; of two sides the end includes what it names, be it a day, a minute or a second, and takes the day of
 * the start where it has none.
 *
 * @param asOf ms: what "today" and "-3d" are counted from
 */
export function readTypedRange(text: string, asOf: number, calendar: Calendar): TypedRange {
  const plain = normalise(text);
  const time =
    readWords(plain, asOf, calendar) ??
    readOne(plain, asOf, calendar) ??
    readTwo(plain, asOf, calendar);
  if (time === undefined) return { problem: "unknown" };
  if ("from" in time && time.from > asOf) return { problem: "ahead" };
  return { time };
}

/** Half-width, lower case, one blank for several, without the words around. */
function normalise(text: string): string {
  return plainText(text)
    .toLowerCase()
    .replace(/−/g, "-")
    .trim()
    .replace(/^(?:from |从|自)/, "")
    .replace(/[^\S\n\t]+/g, " ")
    .trim();
}

/** A range that has a name, or the last so many of something. */
function readWords(text: string, asOf: number, calendar: Calendar): TimeRange | undefined {
  const compact = text.replace(/(?<=[\u4e00-\u9fff\d]) (?=[\u4e00-\u9fff\d])/g, "");
  const relative = RELATIVE_RANGES.find((name) => RANGE_WORDS[name].includes(compact));
  if (relative !== undefined) return { relative };
  const [, count = "", unit = ""] =
    /^(?:近|最近|过去)(\d{1,5})([\u4e00-\u9fff]+)$/.exec(compact) ??
    /^(?:the )?(?:last|past) (\d{1,5}) ?([a-z]+)$/.exec(compact) ??
    [];
  const length = UNITS[unit];
  if (length === undefined || count === "") return undefined;
  const { timeZone } = calendar;
  // The last two days are today and yesterday, the last two hours end now.
  const areDays = !("ms" in length) || length.ms >= DAY_MS;
  const at = before(asOf, Number(count), length, timeZone);
  return bounded(areDays ? startOfDay(at, timeZone, -1) : at, asOf);
}

function readOne(text: string, asOf: number, calendar: Calendar): TimeRange | undefined {
  const { timeZone } = calendar;
  const point = readPoint(text, { asOf, timeZone, day: dayReading(asOf, timeZone) });
  if (point === undefined) return undefined;
  if (point.names === "ago") return point.from === asOf ? undefined : bounded(point.from, asOf);
  if (point.names === "time") return bounded(point.from, point.from + TIME_ALONE_MS - 1);
  return bounded(point.from, point.to);
}

function readTwo(text: string, asOf: number, calendar: Calendar): TimeRange | undefined {
  for (const between of BETWEEN)
    for (const { index, 0: mark } of text.matchAll(between)) {
      const [first, second] = [text.slice(0, index).trim(), text.slice(index + mark.length).trim()];
      const range = readSides(first, second, asOf, calendar);
      if (range !== undefined) return range;
    }
  return undefined;
}

function readSides(
  first: string,
  second: string,
  asOf: number,
  { timeZone }: Calendar,
): TimeRange | undefined {
  const today = dayReading(asOf, timeZone);
  const { offset } = splitOffset(second);
  const start = readPoint(first, { asOf, timeZone, day: today, offset });
  if (start === undefined) return undefined;
  const day = start.day ?? today;
  const readEnd = (of: number) =>
    readPoint(withMonth(second, start.day), { asOf, timeZone, day: of });
  const end = readEnd(day);
  if (end === undefined) return undefined;
  // From ten in the evening to two is to two of the next day.
  const isOvernight = end.to < start.from && end.names === "time" && end.day === undefined;
  return ordered(start, (isOvernight ? readEnd(day + DAY_MS) : undefined) ?? end);
}

/** `10月1日至15日`: a day without a month is of the month of the start. */
function withMonth(text: string, day: number | undefined): string {
  if (day === undefined) return text;
  const month = new Date(day).toISOString().slice(0, 7);
  return text.replace(/^(\d{1,2})[日号]/, (_found, date: string) => `${month}-${date} `).trim();
}

/** Sides in the wrong order change places. */
function ordered(start: TypedPoint, end: TypedPoint): TimeRange | undefined {
  return start.from <= end.to ? bounded(start.from, end.to) : bounded(end.from, start.to);
}

const bounded = (from: number, to: number): TimeRange | undefined =>
  from >= 0 && from <= to ? { from, to } : undefined;

const dayReading = (at: number, timeZone: string) =>
  Math.floor(zoneClock(timeZone).readingAt(at) / DAY_MS) * DAY_MS;
