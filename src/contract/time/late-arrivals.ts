import { HOUR_MS } from "./durations.ts";

/**
 * Records come late when a broken leg is pushed again, usually within two hours. A range that ended
 * longer ago than this, ms, gains no more of them.
 */
export const LATEST_ARRIVAL_MS = 3 * HOUR_MS;
