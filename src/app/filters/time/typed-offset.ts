import { HOUR_MS, MINUTE_MS } from "#contract/time/durations.ts";
import { zoneClock } from "#contract/time/zone-clock.ts";

const AT_END = /^(.*\d) ?(?:utc|gmt) ?([+-])(\d\d):?(\d\d)$/;

/** Takes an offset from the end of a time: `01:30 utc-04:00` has one of −4 hours, ms. */
export function splitOffset(text: string): { readonly rest: string; readonly offset?: number } {
  const [, rest, sign, hours, minutes] = AT_END.exec(text) ?? [];
  if (rest === undefined) return { rest: text };
  const size = Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS;
  return { rest, offset: sign === "-" ? -size : size };
}

/** The instant, ms, at which clocks with this offset show a reading; undefined where those of the zone had another. */
export function instantWith(offset: number, reading: number, timeZone: string): number | undefined {
  const at = reading - offset;
  return zoneClock(timeZone).readingAt(at) === reading ? at : undefined;
}
