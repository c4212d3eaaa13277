/** Milliseconds in a minute. */
export const MINUTE_MS = 60_000;
/** Milliseconds in an hour. */
export const HOUR_MS = 60 * MINUTE_MS;
/** Milliseconds in 24 hours. A calendar day is shorter or longer where clocks change. */
export const DAY_MS = 24 * HOUR_MS;
/** Milliseconds in seven times 24 hours. */
export const WEEK_MS = 7 * DAY_MS;
