import dayjsCalendar from "@rc-component/picker/generate/dayjs";
import dayjs, { type Dayjs } from "dayjs";
import customParseFormat from "dayjs/plugin/customParseFormat.js";
import utc from "dayjs/plugin/utc.js";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import { zoneClock } from "#contract/time/zone-clock.ts";

dayjs.extend(utc);
dayjs.extend(customParseFormat);

/**
 * Calendars know no time zone but the browser's, whose clock skips an hour in spring. So they are
 * given *readings*: what a clock in another zone shows, as a dayjs of UTC, which has every hour.
 * Only what it reads means anything, not its instant.
 */
export function readWallClock(text: string, format = "YYYY-MM-DD HH:mm:ss"): Dayjs {
  return dayjs.utc(text, format, true);
}

/** What a clock in `timeZone` reads at an instant. */
export function toWallClock(ms: number, timeZone: string): Dayjs {
  return dayjs.utc(zoneClock(timeZone).readingAt(ms));
}

/**
 * The instants between two readings of a clock in `timeZone`, both inclusive, ms. Of a reading that it shows
 * twice the start is the first and the end the last. Between readings that it skips there are none: then
 * `from` is after `to`.
 */
export function betweenReadings(start: Dayjs, end: Dayjs, timeZone: string): AbsoluteRange {
  const clock = zoneClock(timeZone);
  return { from: clock.firstAt(start.valueOf()), to: clock.lastAt(end.valueOf()) };
}

/** What antd's pickers need to know of a calendar, for readings of a clock in `timeZone`. */
export function createWallClockCalendar(timeZone: string): typeof dayjsCalendar {
  return {
    ...dayjsCalendar,
    getNow: () => toWallClock(Date.now(), timeZone),
    getFixedDate: (text) => readWallClock(text, "YYYY-MM-DD"),
    locale: {
      ...dayjsCalendar.locale,
      parse: (_locale, text, formats) =>
        formats.map((format) => readWallClock(text, format)).find((reading) => reading.isValid()) ??
        null,
    },
  };
}
