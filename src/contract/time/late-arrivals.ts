/**
 * Records come late when a broken leg is pushed again, usually within two hours. A range that ended
 * longer ago than this, ms, gains no more of them.
 */
export const LATEST_ARRIVAL_MS = 3 * 3_600_000;
