import { startOfDay } from "#contract/time/calendar-days.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import type { Formats } from "./formats.ts";

/** Between start and end, as it is written and understood. */
export const BETWEEN_ENDS = " → ";

/**
 * A range in one short line: `11-27 04:30 → 12:29`, whole days as days, seconds only where they matter. The
 * end is what the clocks show in its last millisecond, and typed again it means that.
 *
 * @param asOf ms: its year is left out, and who goes on until then ends within a minute that nobody chose.
 *   Without it the text means the same wherever and whenever it is read.
 */
export function rangeText(range: AbsoluteRange, formats: Formats, asOf?: number): string {
  const [from, to] = [formats.reading(range.from), formats.reading(range.to)];
  const year = asOf === undefined ? undefined : formats.reading(asOf).day.slice(0, 4);
  const isOfYear = from.day.slice(0, 4) === year && to.day.slice(0, 4) === year;
  const day = (of: string) => (isOfYear ? of.slice("2026-".length) : of);
  const isSameDay = from.day === to.day;
  if (isDays(range, formats))
    return isSameDay ? day(from.day) : day(from.day) + BETWEEN_ENDS + day(to.day);
  const isUntilNow = asOf !== undefined && range.to >= asOf;
  const isEndOfMinute = to.clock.endsWith(":59") && range.to % 1000 === 999;
  const isByMinute = from.clock.endsWith(":00") && (isUntilNow || isEndOfMinute);
  const time = (clock: string) => (isByMinute ? clock.slice(0, "14:05".length) : clock);
  const { atStart, atEnd } = formats.offsets(range.from, range.to);
  const start = [day(from.day), time(from.clock), atStart ?? []];
  const end = [isSameDay ? [] : day(to.day), time(to.clock), atEnd ?? []];
  return [start, end].map((parts) => parts.flat().join(" ")).join(BETWEEN_ENDS);
}

function isDays({ from, to }: AbsoluteRange, { timeZone }: Formats): boolean {
  return [from, to + 1].every((at) => startOfDay(at, timeZone) === at);
}
