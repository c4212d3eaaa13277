import { DAY_MS } from "./durations.ts";
import { zoneClock } from "./zone-clock.ts";

/**
 * The first instant of the day that is `daysBack` days before the day of `now`, ms. Where clocks skip
 * midnight (Cairo in spring) it is not 00:00 but the first minute after the gap.
 *
 * @param now ms
 * @param timeZone IANA name
 */
export function startOfDay(now: number, timeZone: string, daysBack = 0): number {
  const clock = zoneClock(timeZone);
  // Calendar arithmetic on readings, in which every day has 24 hours.
  const today = Math.floor(clock.readingAt(now) / DAY_MS);
  return clock.firstAt((today - daysBack) * DAY_MS);
}

/**
 * The instant so many days earlier by the calendar and the clocks of the zone, ms, at least 0. The
 * start of a day stays the start of a day, also where clocks change in between.
 *
 * @param at ms
 * @param timeZone IANA name
 */
export function daysEarlier(at: number, days: number, timeZone: string): number {
  const clock = zoneClock(timeZone);
  // A day does not begin at the same time of the clock everywhere and always.
  const isDayStart = at === startOfDay(at, timeZone);
  const earlier = isDayStart
    ? startOfDay(at, timeZone, days)
    : clock.firstAt(clock.readingAt(at) - days * DAY_MS);
  return Math.max(0, earlier);
}
