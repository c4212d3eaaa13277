import { DAY_MS } from "./durations.ts";

/**
 * The clocks of a time zone. A reading is what they show, in ms as if they showed UTC, so that days
 * of a reading have 24 hours and can be counted with.
 */
export interface ZoneClock {
  /** The reading at an instant, ms. */
  readingAt(instant: number): number;
  /**
   * The instant, ms, at which they show a reading. They show some twice: the first is taken. They
   * skip others: then it is the instant as much later as they skip.
   */
  instantOf(reading: number): number;
}

/** Kept, since a format costs more to make than to use. */
const clocks = new Map<string, ZoneClock>();

/**
 * The clock of a time zone. It asks Intl itself: dayjs takes a tenth of a millisecond for an instant,
 * and a screen of buckets has hundreds of them.
 *
 * @param timeZone IANA name
 * @throws RangeError for a name that this runtime does not know
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
