import dayjs, { type Dayjs } from "dayjs";
import customParseFormat from "dayjs/plugin/customParseFormat.js";
import timezone from "dayjs/plugin/timezone.js";
import utc from "dayjs/plugin/utc.js";

dayjs.extend(utc);
dayjs.extend(timezone);
dayjs.extend(customParseFormat);

const READING = "YYYY-MM-DD HH:mm:ss.SSS";

/**
 * What a clock in `timeZone` reads at an instant, as a dayjs of the browser's zone: calendars know
 * no other. Only its reading means anything, not its instant.
 */
export function toWallClock(ms: number, timeZone: string): Dayjs {
  return dayjs(dayjs(ms).tz(timeZone).format(READING), READING);
}

/** The instant at which a clock in `timeZone` shows this reading, in ms. */
export function fromWallClock(reading: Dayjs, timeZone: string): number {
  return dayjs.tz(reading.format(READING), timeZone).valueOf();
}
