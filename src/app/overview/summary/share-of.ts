import type { Counts, Figure } from "./use-summary.ts";

/** What a share is told of. */
export type Share = "answered" | "abandoned";

/** Of none there is no share, as of what could not be counted. */
export function shareOf(counts: Counts, share: Share): Figure {
  const { base, [share]: count } = counts;
  if (count === null || base === null || base === 0) return null;
  return count === undefined || base === undefined ? undefined : count / base;
}
