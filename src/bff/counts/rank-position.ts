import { MAX_PAGE } from "#contract/record/list-limits.ts";

/**
 * The place, from 1, in descending order of the value that `share` of `total` calls do not exceed;
 * null where there are no calls. Descending, because the upstream puts calls without a value last in
 * either order: counted as 0 they are in their place there (`spentSeconds`).
 */
export function positionOf(share: number, total: number): number | null {
  if (total === 0) return null;
  // Products of decimals miss whole numbers by a hair: 0.07 × 100 is 7.000000000000001.
  const rank = Math.max(1, Math.ceil(Number((share * total).toPrecision(12))));
  return total - Math.min(rank, total) + 1;
}

/** The smallest page that holds the call at a position, and its place there, from 0. */
export function smallestPage(position: number): {
  readonly page: number;
  readonly pageSize: number;
  readonly index: number;
} {
  const pageSize = Math.ceil(position / MAX_PAGE);
  const page = Math.ceil(position / pageSize);
  return { page, pageSize, index: position - (page - 1) * pageSize - 1 };
}
