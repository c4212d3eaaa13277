import { DAY_MS } from "./durations.ts";

/** What the clocks of a time zone show, and when they show it. */
export interface ZoneClock {
  /** What they show at an instant: a reading, ms, as if they showed UTC. */
  readingAt(instant: number): number;
  /**
   * The instant at which they show a reading: the first of two, or where they skip it, as much later
   * as they skip.
   */
  instantOf(reading: number): number;
}

const clocks = new Map<string, ZoneClock>();

/**
 * The clock of an IANA zone. Asks Intl itself: dayjs takes a tenth of a millisecond for an instant,
 * and a screen's worth of buckets has hundreds of them.
 */
export function zoneClock(timeZone: string): ZoneClock {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const readingAt = (instant: number) => {
    const [month = 1, day, year = 1970, hour, minute, second] = (
      format.format(instant).match(/\d+/g) ?? []
    ).map(Number);
    const inSecond = ((instant % 1000) + 1000) % 1000;
    return Date.UTC(year, month - 1, day, hour, minute, second) + inSecond;
  };
  const clock: ZoneClock = {
    readingAt,
    instantOf(reading) {
      const candidates = [reading - DAY_MS, reading + DAY_MS].map(
        (near) => reading - (readingAt(near) - near),
      );
      const exact = candidates.filter((at) => readingAt(at) === reading);
      return exact.length > 0 ? Math.min(...exact) : Math.max(...candidates);
    },
  };
  clocks.set(timeZone, clock);
  return clock;
}
