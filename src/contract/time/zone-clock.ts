import { DAY_MS } from "./durations.ts";

/**
 * The clocks of a time zone. A reading is what they show, in ms as if they showed UTC, so that days
 * of a reading have 24 hours and can be counted with.
 */
export interface ZoneClock {
  /** The reading at an instant, ms. */
  readingAt(instant: number): number;
  /** The first instant, ms, at which they show a reading; the first behind the gap where they skip it. */
  firstAt(reading: number): number;
  /** The last instant, ms, at which they show a reading; the last before the gap where they skip it. */
  lastAt(reading: number): number;
}

/** True where the clocks show the reading of this instant at another one, too. */
export function isShownTwice({ readingAt, firstAt, lastAt }: ZoneClock, instant: number): boolean {
  const reading = readingAt(instant);
  return firstAt(reading) !== lastAt(reading);
}

/** Kept, since a format costs more to make than to use. */
const clocks = new Map<string, ZoneClock>();

/**
 * The clock of a time zone. It asks the runtime itself: dayjs takes a tenth of a millisecond for an instant,
 * and a screen of buckets has hundreds of them.
 *
 * @param timeZone IANA name
 * @throws RangeError for a name that this runtime does not know
 */
export function zoneClock(timeZone: string): ZoneClock {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const readingAt =
    typeof Temporal === "undefined" ? readByIntl(timeZone) : readByTemporal(timeZone);
  // A name that is none is refused here, whoever reads.
  readingAt(0);
  const offsetAt = (instant: number) => readingAt(instant) - instant;
  /** The first and the last instant of a reading; undefined where it is skipped. */
  const showing = (reading: number) => {
    // No clock differs from UTC by a day: one of these is before whatever change is near, one behind.
    const candidates = [reading - offsetAt(reading - DAY_MS), reading - offsetAt(reading + DAY_MS)];
    const exact = candidates.filter((at) => readingAt(at) === reading);
    return exact.length > 0
      ? { first: Math.min(...exact), last: Math.max(...exact) }
      : { gap: gapWithin(Math.min(...candidates), Math.max(...candidates), offsetAt) };
  };
  const clock: ZoneClock = {
    readingAt,
    firstAt(reading) {
      const at = showing(reading);
      return at.gap ?? at.first;
    },
    lastAt(reading) {
      const at = showing(reading);
      return at.gap === undefined ? at.last : at.gap - 1;
    },
  };
  clocks.set(timeZone, clock);
  return clock;
}

/** Where there is Temporal: the first format that Intl makes takes 15 ms, and the first row waits for it. */
export function readByTemporal(timeZone: string): (instant: number) => number {
  return (instant) => {
    const there = Temporal.Instant.fromEpochMilliseconds(Math.floor(instant));
    return instant + there.toZonedDateTimeISO(timeZone).offsetNanoseconds / 1e6;
  };
}

/** Everywhere else. */
export function readByIntl(timeZone: string): (instant: number) => number {
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
  return (instant) => {
    const [month = 1, day, year = 1970, hour, minute, second] = (
      format.format(instant).match(/\d+/g) ?? []
    ).map(Number);
    const inSecond = ((instant % 1000) + 1000) % 1000;
    return Date.UTC(year, month - 1, day, hour, minute, second) + inSecond;
  };
}

/** The instant at which the offset changes, between two of which it has changed, ms. */
function gapWithin(before: number, behind: number, offsetAt: (instant: number) => number): number {
  const offset = offsetAt(behind);
  let [low, high] = [before, behind];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === offset) high = middle;
    else low = middle;
  }
  return high;
}
