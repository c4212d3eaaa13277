import type { Rng } from "#upstream/chance/rng.ts";

/** From two fifths of the mean to eight fifths: with a mean of 5 s, 2 to 8 s. */
const SHORTEST = 0.4;
const LONGEST = 1.6;

/** By the hour of the day: below 1 the short waits are drawn more often, above 1 the long ones. */
const NIGHT = 0.5;
const EDGE = 1;
const BUSY = 2;

function busyness(hour: number): number {
  if (hour >= 9 && hour < 18) return BUSY;
  return hour >= 7 && hour < 22 ? EDGE : NIGHT;
}

/**
 * In whole ms, how long until the next call ends: irregular, and shorter in the busy hours.
 *
 * @param meanMs of an hour that is neither busy nor quiet
 * @param timeZone IANA name: whose hours
 */
export function nextWaitMs(meanMs: number, now: number, timeZone: string, rng: Rng): number {
  const clock = new Intl.DateTimeFormat("en", { timeZone, hour: "numeric", hourCycle: "h23" });
  const share = rng.next() ** busyness(Number(clock.format(now)));
  return Math.round(meanMs * (SHORTEST + (LONGEST - SHORTEST) * share));
}
