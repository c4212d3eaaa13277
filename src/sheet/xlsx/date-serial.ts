import { DAY_MS } from "#contract/time/durations.ts";

/** Day 0 of a sheet's dates. Excel takes 1900 for a leap year, so that this is right from March of it on. */
const DAY_0 = Date.UTC(1899, 11, 30);
const FIRST = Date.UTC(1900, 2, 1);

/**
 * An instant as the screen writes it, as a sheet counts dates: days and their fractions, without a time zone.
 * Undefined for what no sheet has a date for. `offset` is what stands behind it.
 */
export function dateSerial(
  text: string,
): { serial: number; offset: string | undefined } | undefined {
  const [, day, clock, offset] =
    /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?: (UTC[+-]\d\d:\d\d))?$/.exec(text) ?? [];
  if (day === undefined) return undefined;
  const reading = Date.parse(`${day}T${clock}Z`);
  return reading >= FIRST ? { serial: (reading - DAY_0) / DAY_MS, offset } : undefined;
}
