import { zoneClock } from "#contract/time/zone-clock.ts";
import type { EndOffsets, Formats } from "#labels/formats.ts";
import { readingText } from "#labels/readings.ts";

const DATE = "2026-11-22".length;
const MIDNIGHT = "00:00:00";

/** A reading in parts, the day without its year where that is this year's. */
function parts(ms: number, formats: Formats, nowMs: number) {
  const { day, clock } = formats.reading(ms);
  const isThisYear = day.slice(0, 4) === formats.reading(nowMs).day.slice(0, 4);
  return { day: isThisYear ? day.slice("2026-".length) : day, clock };
}

/** What the clocks come to show at the end of a stretch, `24:00:00` at that of a day. */
function clockAtEnd(end: number, { timeZone }: Formats): string {
  // Not what they show at the end itself: that may be the hour before once more, or the one after next.
  const clock = readingText(zoneClock(timeZone).readingAt(end - 1) + 1).slice(DATE + 1);
  return clock === MIDNIGHT ? "24:00:00" : clock;
}

/** The offsets of a stretch whose end is written as the instant behind it. */
function endOffsets(from: number, end: number, formats: Formats): EndOffsets {
  const within = formats.offsets(from, end - 1);
  if (within.atEnd !== undefined || formats.twiceShown(end) === undefined) return within;
  return formats.offsets(from, end);
}

const shortened = (clock: string) => (clock.endsWith(":00") ? clock.slice(0, -3) : clock);

/**
 * A stretch of time in words: `11-22 14:00–14:15`; whole days by their dates alone, the last
 * inclusive, one day with its weekday.
 *
 * @param end exclusive, ms
 * @param nowMs years other than this one are written out
 */
export function periodText(from: number, end: number, formats: Formats, nowMs: number): string {
  const start = parts(from, formats, nowMs);
  const last = parts(end - 1, formats, nowMs);
  const clock = clockAtEnd(end, formats);
  const isOneDay = start.day === last.day;
  if (start.clock === MIDNIGHT && clock === "24:00:00")
    return isOneDay ? `${start.day} ${formats.weekday(from)}` : `${start.day} – ${last.day}`;
  const begin = `${start.day} ${shortened(start.clock)}`;
  const stop = shortened(clock);
  const { atStart, atEnd } = endOffsets(from, end, formats);
  const until = [isOneDay ? [] : last.day, stop, atEnd ?? []].flat().join(" ");
  if (isOneDay && atStart === undefined) return `${begin}–${until}`;
  return [begin, atStart ?? [], "–", until].flat().join(" ");
}
