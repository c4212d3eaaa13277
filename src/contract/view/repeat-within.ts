import { DAY_MS } from "#contract/time/durations.ts";

/** How soon the next call of a number has to follow, so that it calls repeatedly. */
export const REPEAT_WITHIN = ["24h", "7d"] as const;

/** One of {@link REPEAT_WITHIN}; the first where nobody has chosen. */
export type RepeatWithin = (typeof REPEAT_WITHIN)[number];

/** The same in ms. */
export const REPEAT_WITHIN_MS = {
  "24h": DAY_MS,
  "7d": 7 * DAY_MS,
} as const satisfies Record<RepeatWithin, number>;
