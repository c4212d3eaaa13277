import type { SecondsRange } from "#contract/filter/seconds-range.ts";
import { SORT_ORDERS, type SortOrder } from "#contract/record/enums.ts";
import type { UnpinnedCalls } from "#contract/view/call-set.ts";
import { openOrder } from "#contract/view/natural-sort.ts";
import type { RankedList, Seconds } from "./ranked-list.ts";

/** The calls of a set that lie in a range of a duration: one stretch of its list in an order. */
export interface Part {
  readonly set: UnpinnedCalls;
  readonly order: SortOrder;
  /** How many calls of the list come before it. */
  readonly first: number;
  readonly count: number;
}

/**
 * The part, found in whichever order both of its ends are within reach; undefined where in none they are.
 *
 * @param before where it was a moment ago
 */
export async function locatePart(
  set: UnpinnedCalls,
  range: SecondsRange,
  listIn: (order: SortOrder) => RankedList,
  before?: Part,
): Promise<Part | undefined> {
  const open = openOrder(range);
  // From its closed end an open range goes on to the last call that has a value, and is no nearer.
  for (const order of open === undefined ? SORT_ORDERS.toReversed() : [open]) {
    const list = listIn(order);
    const old = before?.order === order ? before : undefined;
    const end = await list.leading((seconds) => isUpToEnd(seconds, range, order), {
      seconds: order === "DESC" ? range.from : range.to,
      after: old && old.first + old.count,
    });
    if (end === undefined) continue;
    const first = open
      ? 0
      : await list.leading((seconds) => isBefore(seconds, range, order), {
          seconds: order === "DESC" ? range.to : range.from,
          after: old?.first,
        });
    if (first !== undefined) return { set, order, first, count: Math.max(0, end - first) };
  }
  return undefined;
}

/** Whether a call comes before all of the range's. */
function isBefore(seconds: Seconds, { from, to }: SecondsRange, order: SortOrder): boolean {
  if (seconds === undefined) return false;
  return order === "DESC" ? to !== undefined && seconds > to : from !== undefined && seconds < from;
}

/** Whether a call comes before the range's end. */
function isUpToEnd(seconds: Seconds, { from, to }: SecondsRange, order: SortOrder): boolean {
  if (seconds === undefined) return false;
  return order === "DESC" ? seconds >= (from ?? -Infinity) : seconds <= (to ?? Infinity);
}
