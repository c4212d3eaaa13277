import { HOUR_MS } from "./durations.ts";

/**
 * A range that ended longer ago than this, ms, gains no more records. The provider pushes a broken
 * leg of a call again, usually within two hours, so a record may arrive with an old StartTime.
 */
export const LATEST_ARRIVAL_MS = 3 * HOUR_MS;
