import dayjsCalendar from "@rc-component/picker/generate/dayjs";
import dayjs, { type Dayjs } from "dayjs";
import utc from "dayjs/plugin/utc.js";
import { zoneClock } from "#contract/time/zone-clock.ts";

dayjs.extend(utc);

/**
 * Calendars know no time zone but the browser's, whose clock skips an hour in spring. So they are
 * given *readings*: what a clock in another zone shows, as a dayjs of UTC, which has every hour.
 * Only what it reads means anything, not its instant.
 */
export function toWallClock(ms: number, timeZone: string): Dayjs {
  return dayjs.utc(zoneClock(timeZone).readingAt(ms));
}

/** What antd's calendar needs to know, for readings. It knows no zone, so that its "now" means nothing. */
export const READINGS_CALENDAR: typeof dayjsCalendar = {
  ...dayjsCalendar,
  getNow: () => dayjs.utc(),
  getFixedDate: (text) => dayjs.utc(text),
};
