import type { Formats } from "#app/i18n/formats.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";

/** Between start and end, as it is written and understood. */
export const BETWEEN_ENDS = " → ";

/**
 * A range in one short line: `11-27 04:30 → 12:29`, whole days as days, seconds only where they matter,
 * the year where it is not that of `asOf`. The end is what the clocks show in its last millisecond, and
 * typed again it means that.
 */
export function rangeText(range: AbsoluteRange, asOf: number, formats: Formats): string {
  const [from, to] = [formats.instant(range.from), formats.instant(range.to)];
  const year = formats.instant(asOf).slice(0, 4);
  const isOtherYear = from.slice(0, 4) !== year || to.slice(0, 4) !== year;
  const day = (reading: string) => reading.slice(isOtherYear ? 0 : 5, 10);
  const isSameDay = from.slice(0, 10) === to.slice(0, 10);
  const isStart = from.endsWith(" 00:00:00") && range.from % 1000 === 0;
  const isLast = range.to % 1000 === 999;
  if (isStart && isLast && to.endsWith(" 23:59:59"))
    return isSameDay ? day(from) : day(from) + BETWEEN_ENDS + day(to);
  // A range that goes on until now ends within a minute that nobody chose.
  const isByMinute = from.endsWith(":00") && (range.to >= asOf || (to.endsWith(":59") && isLast));
  const time = (reading: string) => reading.slice(11, isByMinute ? 16 : 19);
  const end = isSameDay ? time(to) : `${day(to)} ${time(to)}`;
  return `${day(from)} ${time(from)}${BETWEEN_ENDS}${end}`;
}
