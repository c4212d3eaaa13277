import { BudgetSpent } from "#bff/calls/call-budget.ts";
import type { SecondsRange } from "#contract/filter/seconds-range.ts";
import type { SortOrder } from "#contract/record/enums.ts";
import type { UnpinnedCalls } from "#contract/view/call-set.ts";
import { locatePart, type Part } from "./locate-part.ts";
import type { RankedList } from "./ranked-list.ts";

/** How a set is asked about. */
export interface PartSearch {
  readonly range: SecondsRange;
  readonly listIn: (set: UnpinnedCalls, total: number, order: SortOrder) => RankedList;
  readonly count: (set: UnpinnedCalls) => Promise<number>;
}

/**
 * The parts that a set of `total` calls has by stretches of time, halved until the range's ends are within
 * reach in each.
 *
 * @throws BudgetSpent where more calls than that began at one instant; what `search` throws
 */
export async function locateParts(
  set: UnpinnedCalls,
  total: number,
  search: PartSearch,
): Promise<readonly Part[]> {
  const { from, to } = set.range;
  if (from >= to) throw new BudgetSpent();
  const middle = Math.floor((from + to) / 2);
  const earlier = { ...set, range: { from, to: middle } };
  const later = { ...set, range: { from: middle + 1, to } };
  const inEarlier = Math.min(total, await search.count(earlier));
  const halves = await Promise.all([
    locateHalf(earlier, inEarlier, search),
    locateHalf(later, total - inEarlier, search),
  ]);
  return halves.flat();
}

async function locateHalf(
  set: UnpinnedCalls,
  total: number,
  search: PartSearch,
): Promise<readonly Part[]> {
  const listIn = (order: SortOrder) => search.listIn(set, total, order);
  const part = await locatePart(set, search.range, listIn);
  if (part === undefined) return locateParts(set, total, search);
  return part.count > 0 ? [part] : [];
}
