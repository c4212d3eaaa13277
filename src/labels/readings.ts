import { DAY_MS, WEEK_MS } from "#contract/time/durations.ts";
import { isShownTwice, zoneClock } from "#contract/time/zone-clock.ts";

/** Clocks change at quarters of an hour, and zones differ by such. */
const QUARTER_MS = 900_000;
const QUARTERS_KEPT = 10_000;
/** The last instant that a date can have, ms. */
const LAST_DATE = 8.64e15;

interface Quarter {
  readonly offset: number;
  readonly isShownTwice: boolean;
}

const NO_DATE: Quarter = { offset: Number.NaN, isShownTwice: false };

/** What is to be known of a zone to write an instant. */
export interface Readings {
  /** By how much the clocks are before UTC, ms; NaN where there is no such date. */
  offset(ms: number): number;
  isShownTwice(ms: number): boolean;
  /** Whether the clocks are put back between two instants, or within a day of them. */
  arePutBack(from: number, to: number): boolean;
}

/**
 * Asking for a zone's offset takes a tenth of a millisecond and more, which a screen full of instants
 * cannot wait for; it is asked once for each quarter of an hour.
 */
export function createReadings(timeZone: string): Readings {
  const clock = zoneClock(timeZone);
  const quarters = new Map<number, Quarter>();
  const quarterOf = (ms: number): Quarter => {
    // The upstream's instants are any number.
    if (!(Math.abs(ms) < LAST_DATE)) return NO_DATE;
    const at = Math.floor(ms / QUARTER_MS);
    const known = quarters.get(at);
    if (known !== undefined) return known;
    if (quarters.size >= QUARTERS_KEPT) quarters.clear();
    const start = at * QUARTER_MS;
    const quarter = {
      offset: clock.readingAt(start) - start,
      isShownTwice: isShownTwice(clock, start),
    };
    quarters.set(at, quarter);
    return quarter;
  };
  const offset = (ms: number) => quarterOf(ms).offset;
  return {
    offset,
    arePutBack: (from, to) => {
      const end = to + DAY_MS;
      // No zone's clocks are put back and forth again within a week.
      for (let at = from - DAY_MS; at < end; at += WEEK_MS)
        if (offset(Math.min(at + WEEK_MS, end)) < offset(at)) return true;
      return false;
    },
    isShownTwice: (ms) => quarterOf(ms).isShownTwice,
  };
}

/** `2026-11-22 14:05:12` of a reading, in ms as if its clock showed UTC. */
export function readingText(reading: number): string {
  const date = new Date(reading);
  return Number.isNaN(date.getTime())
    ? "Invalid Date"
    : date.toISOString().replace("T", " ").slice(0, -".000Z".length);
}
