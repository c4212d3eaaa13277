import dayjsCalendar from "@rc-component/picker/generate/dayjs";
import dayjs, { type Dayjs } from "dayjs";
import customParseFormat from "dayjs/plugin/customParseFormat.js";
import timezone from "dayjs/plugin/timezone.js";
import utc from "dayjs/plugin/utc.js";

dayjs.extend(utc);
dayjs.extend(timezone);
dayjs.extend(customParseFormat);

const READING = "YYYY-MM-DD HH:mm:ss.SSS";

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
  return readWallClock(dayjs(ms).tz(timeZone).format(READING), READING);
}

/** The instant at which a clock in `timeZone` shows this reading, in ms. */
export function fromWallClock(reading: Dayjs, timeZone: string): number {
  return dayjs.tz(reading.format(READING), timeZone).valueOf();
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
