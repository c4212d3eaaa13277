import { DAY_MS, MINUTE_MS } from "#contract/time/durations.ts";
import { isNameable } from "#contract/time/time-range.ts";
import { zoneClock } from "#contract/time/zone-clock.ts";
import { readDay } from "./typed-day.ts";
import { instantWith, splitOffset } from "./typed-offset.ts";
import { readTimeOfDay } from "./typed-time.ts";
import { UNITS } from "./typed-words.ts";

/** What one side of a typed range says, in instants, ms, both inclusive: a day is the whole of it. */
export interface TypedPoint {
  readonly from: number;
  readonly to: number;
  /** What it names alone: `day` a day or more, `time` a time, `ago` a moment counted from now. */
  readonly names: "day" | "time" | "ago";
  /** The first reading of its day where the text has one: the other side may leave it out. */
  readonly day?: number | undefined;
}

/** What a text is read by. */
export interface PointContext {
  /** ms: what "today" and "-3d" are counted from. */
  readonly asOf: number;
  readonly timeZone: string;
  /** The reading of the day that a time without one is of, ms. */
  readonly day: number;
  /** The offset that the other side names, ms: it holds for this one where the clocks show it twice. */
  readonly offset?: number | undefined;
}

/** Reads one side of a range, in lower case and half-width forms. Undefined: it is not understood. */
export function readPoint(text: string, context: PointContext): TypedPoint | undefined {
  const point = readInstant(text) ?? readAgo(text, context) ?? readReading(text, context);
  return point !== undefined && isNameable(point.from) && isNameable(point.to) ? point : undefined;
}

const moment = (at: number): TypedPoint => ({ from: at, to: at, names: "time" });

/** As logs and programs write them: `2026-10-01T08:00:00Z`, ms or seconds since the epoch. */
function readInstant(text: string): TypedPoint | undefined {
  if (/^\d{13}$/.test(text)) return moment(Number(text));
  if (/^\d{10}$/.test(text)) return moment(Number(text) * 1000);
  const iso = /^(\d{4}-\d\d-\d\d)[t ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?) ?(z|[+-]\d\d:\d\d)$/.exec(
    text,
  );
  if (iso === null) return undefined;
  const at = Date.parse(`${iso[1]}T${iso[2]}${iso[3]?.toUpperCase()}`);
  return Number.isNaN(at) ? undefined : moment(at);
}

/** `now`, `-3d`, `now-3d`, `3 天前`, `3 days ago`. */
function readAgo(text: string, { asOf, timeZone }: PointContext): TypedPoint | undefined {
  if (["now", "现在", "此刻"].includes(text)) return { from: asOf, to: asOf, names: "ago" };
  const [, count, unit] =
    /^(?:now ?)?- ?(\d{1,5}) ?([a-z\u4e00-\u9fff]+)$/.exec(text) ??
    /^(\d{1,5}) ?([a-z\u4e00-\u9fff]+?) ?(?:ago|之前|以前|前)$/.exec(text) ??
    [];
  const length = unit === undefined ? undefined : UNITS[unit];
  if (length === undefined) return undefined;
  const at = before(asOf, Number(count), length, timeZone);
  return { from: at, to: at, names: "ago" };
}

/** So many of a length before an instant, by the clocks of the zone where it is days or more. */
export function before(
  asOf: number,
  count: number,
  length: { readonly ms: number } | { readonly months: number },
  timeZone: string,
): number {
  if ("ms" in length && length.ms < DAY_MS) return asOf - count * length.ms;
  const { readingAt, firstAt } = zoneClock(timeZone);
  const reading = readingAt(asOf);
  if ("ms" in length) return firstAt(reading - count * length.ms);
  const date = new Date(reading);
  const month = date.getUTCMonth() - count * length.months;
  // The 31st of a month without one is its last day.
  const last = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const day = Math.min(date.getUTCDate(), last);
  return firstAt(Date.UTC(date.getUTCFullYear(), month, day) + (reading % DAY_MS));
}

/** A day, a part of it, or a time of it, as the clocks of the zone show them. */
function readReading(text: string, context: PointContext): TypedPoint | undefined {
  const { asOf, timeZone } = context;
  const { rest: reading, offset } = splitOffset(text);
  const day = readDay(reading, zoneClock(timeZone).readingAt(asOf));
  const rest = day === undefined ? reading : day.rest;
  if (day !== undefined && rest === "" && offset === undefined)
    return { ...between(day.from, day.end, timeZone), names: "day", day: day.from };
  // A time is one of a day, not of a month.
  if (day !== undefined && day.end - day.from !== DAY_MS) return undefined;
  const time = readTimeOfDay(rest);
  if (time === undefined) return undefined;
  const start = day?.from ?? context.day;
  const [first, last] = [start + time.from, start + time.end - 1];
  const names = { names: time.isPart ? "day" : "time", day: day?.from } as const;
  const within = between(first, last + 1, timeZone);
  if (offset === undefined && context.offset === undefined) return { ...within, ...names };
  // Its own offset is one that the clocks had; the other side's is taken where they had it.
  const own = offset ?? context.offset ?? 0;
  const [from, to] = [first, last].map((of) => instantWith(own, of, timeZone));
  if (from !== undefined && to !== undefined) return { from, to, ...names };
  return offset === undefined ? { ...within, ...names } : undefined;
}

/** The instants of all that clocks show from one reading on and before another. */
function between(from: number, end: number, timeZone: string) {
  const { firstAt, lastAt } = zoneClock(timeZone);
  return { from: firstAt(from), to: lastAt(end - 1) };
}

/** How long a time that stands alone is looked at, ms: "yesterday 9:00" is what happened from nine to ten. */
export const TIME_ALONE_MS = 60 * MINUTE_MS;
