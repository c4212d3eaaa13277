import { startOfDay } from "#contract/time/calendar-days.ts";
import { MINUTE_MS } from "#contract/time/durations.ts";
import { isNameable, type AbsoluteRange } from "#contract/time/time-range.ts";
import type { Formats } from "#labels/formats.ts";

/** The step of clocks: zones differ from each other, and summer from winter, by quarters of an hour. */
const QUARTER_MS = 15 * MINUTE_MS;

/**
 * All instants around this one at which the zone's clocks show the same day and hour: an hour, or
 * two where the hour is lived twice, or half of one where half of it is skipped.
 */
export function hourAround(ms: number, { instant }: Formats): AbsoluteRange {
  const hourAt = (other: number) => instant(other).slice(0, "2026-11-22 14".length);
  const hour = hourAt(ms);
  let from = Math.floor(ms / QUARTER_MS) * QUARTER_MS;
  let next = from + QUARTER_MS;
  while (hourAt(from - 1) === hour) from -= QUARTER_MS;
  while (hourAt(next) === hour) next += QUARTER_MS;
  return { from, to: next - 1 };
}

/** The day of the zone's calendar that holds an instant: 23 or 25 hours where clocks change. */
export function dayAround(ms: number, { timeZone }: Formats): AbsoluteRange {
  return { from: startOfDay(ms, timeZone), to: startOfDay(ms, timeZone, -1) - 1 };
}

/** All instants that are written like this one. */
export function secondAround(ms: number): AbsoluteRange {
  const from = Math.floor(ms / 1000) * 1000;
  return { from, to: from + 999 };
}

/** Whether a view can hold the range: a link says instants from 1970 to 2099. */
export function isSayable({ from, to }: AbsoluteRange): boolean {
  return isNameable(from) && isNameable(to);
}
