import type { Formats } from "#app/i18n/formats.ts";
import { readingText } from "#app/i18n/readings.ts";
import { zoneClock } from "#contract/time/zone-clock.ts";

const DATE = "2026-11-22".length;
const MIDNIGHT = "00:00:00";

/** A reading in parts, the day without its year where that is this year's. */
function parts(ms: number, formats: Formats, nowMs: number) {
  const day = formats.instantShort(ms, nowMs).split(" ")[0] ?? "";
  const clock = formats.reading(ms).slice(DATE + 1);
  return { day, clock };
}

/** What the clocks come to show at the end of a stretch, `24:00:00` at that of a day. */
function clockAtEnd(end: number, { timeZone }: Formats): string {
  // Not what they show at the end itself: that may be the hour before once more, or the one after next.
  const clock = readingText(zoneClock(timeZone).readingAt(end - 1) + 1).slice(DATE + 1);
  return clock === MIDNIGHT ? "24:00:00" : clock;
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
  // In an hour that the clocks show twice: which of the two, said once where it holds for both ends.
  const [offset, offsetAtEnd] = [formats.twiceShown(from), formats.twiceShown(end - 1)];
  const said = offset !== undefined && offset !== offsetAtEnd ? ` ${offset}` : "";
  const saidAtEnd = offsetAtEnd === undefined ? "" : ` ${offsetAtEnd}`;
  const isShort = isOneDay && said === "";
  return isShort
    ? `${begin}–${stop}${saidAtEnd}`
    : `${begin}${said} – ${isOneDay ? "" : `${last.day} `}${stop}${saidAtEnd}`;
}
