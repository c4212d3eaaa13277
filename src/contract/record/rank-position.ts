/**
 * The place, from 1, in descending order of the value that `share` of `total` calls do not exceed;
 * null where there are no calls. Descending, because the upstream puts calls without a value last in
 * either order: those that have one come first there, and are counted from the first place on.
 */
export function positionOf(share: number, total: number): number | null {
  if (total === 0) return null;
  // Products of decimals miss whole numbers by a hair: 0.07 × 100 is 7.000000000000001.
  const rank = Math.max(1, Math.ceil(Number((share * total).toPrecision(12))));
  return total - Math.min(rank, total) + 1;
}
