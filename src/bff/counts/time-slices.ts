import { BudgetSpent } from "#bff/calls/call-budget.ts";
import { MAX_REACHABLE } from "#contract/record/list-limits.ts";
import type { CallSet } from "#contract/view/call-set.ts";

/** The calls of a stretch of time, which are not none and not more than page numbers reach. */
export interface TimeSlice {
  readonly set: CallSet;
  readonly total: number;
}

/**
 * A set of calls by stretches of time, halved until page numbers reach all of each.
 *
 * @throws BudgetSpent where more calls than that began at one instant
 */
export async function sliceByTime(
  set: CallSet,
  total: number,
  count: (set: CallSet) => Promise<number>,
): Promise<readonly TimeSlice[]> {
  if (total <= MAX_REACHABLE) return total > 0 ? [{ set, total }] : [];
  const { from, to } = set.range;
  if (from >= to) throw new BudgetSpent();
  const middle = Math.floor((from + to) / 2);
  const earlier = { ...set, range: { from, to: middle } };
  const later = { ...set, range: { from: middle + 1, to } };
  const inEarlier = Math.min(total, await count(earlier));
  const slices = await Promise.all([
    sliceByTime(earlier, inEarlier, count),
    sliceByTime(later, total - inEarlier, count),
  ]);
  return slices.flat();
}
