import type { Formats } from "#app/i18n/formats.ts";

const DATE = "2026-11-22".length;
const MIDNIGHT = "00:00:00";

/** A reading in parts, the day without its year where that is this year's. */
function parts(ms: number, formats: Formats, nowMs: number) {
  const day = formats.instantShort(ms, nowMs).split(" ")[0] ?? "";
  const clock = formats.instant(ms).slice(DATE + 1);
  return { day, clock };
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
  const after = parts(end, formats, nowMs);
  const isOneDay = start.day === last.day;
  if (start.clock === MIDNIGHT && after.clock === MIDNIGHT)
    return isOneDay ? `${start.day} ${formats.weekday(from)}` : `${start.day} – ${last.day}`;
  const begin = `${start.day} ${shortened(start.clock)}`;
  // A day ends at 24:00, where the next one begins.
  const stop = after.clock === MIDNIGHT ? "24:00" : shortened(after.clock);
  return isOneDay ? `${begin}–${stop}` : `${begin} – ${last.day} ${stop}`;
}
