/** Every call centre's calls are between them: what lies elsewhere has another unit or is none. */
export const EARLIEST_MS = Date.UTC(2000, 0, 1);
export const LATEST_MS = Date.UTC(2100, 0, 1);

/** How many of our milliseconds one of another unit is. */
const OTHER_UNITS = [
  ["seconds", 1000],
  ["microseconds", 1e-3],
  ["nanoseconds", 1e-6],
] as const;

/** True for an instant, ms, at which calls may have been. */
export const isPlausible = (ms: number): boolean => ms >= EARLIEST_MS && ms <= LATEST_MS;

/** The unit in which a number is an instant of calls, where that is not ours; undefined where there is none. */
export function otherUnitOf(value: number): (typeof OTHER_UNITS)[number][0] | undefined {
  return OTHER_UNITS.find(([, ms]) => isPlausible(value * ms))?.[0];
}
