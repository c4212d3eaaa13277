import type { SecondsRange } from "#contract/filter/seconds-range.ts";
import type { SortOrder } from "#contract/record/enums.ts";
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

/** Orders in which a range that is closed at both ends is looked for: of long durations there are fewer. */
const FIRST_TRIED = "DESC";
const TRIED: readonly SortOrder[] = [FIRST_TRIED, "ASC"];

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
  for (const order of open === undefined ? TRIED : [open]) {
    const list = listIn(order);
    const old = before?.order === order ? before : undefined;
    const end = await list.leading((seconds) => isUpToEnd(seconds, range, order), {
      seconds: order === "DESC" ? range.from : range.to,
      after: old && old.first + old.count,
    });
    if (end === undefined) continue;
    const first = open ? 0 : await findStart(range, list, order, old?.first);
    if (first !== undefined) return { set, order, first, count: Math.max(0, end - first) };
  }
  return undefined;
}

/**
 * How many calls come before those of a range in the order in which {@link locatePart} would find it, and that is
 * all that is looked for; undefined where it takes more to tell that order.
 */
export async function locateStart(
  range: SecondsRange,
  list: RankedList,
  order: SortOrder,
): Promise<number | undefined> {
  // Calls of one length stand otherwise in the list of the other order: its pages would not go on from these.
  if (order !== FIRST_TRIED) return undefined;
  // The first page, too, tells how the seconds are spread.
  const [isEndWithinReach] = await Promise.all([
    list.reachesEndOf((seconds) => isUpToEnd(seconds, range, order)),
    list.read(0, 1),
  ]);
  return isEndWithinReach ? findStart(range, list, order) : undefined;
}

function findStart(
  range: SecondsRange,
  list: RankedList,
  order: SortOrder,
  after?: number,
): Promise<number | undefined> {
  const seconds = order === "DESC" ? range.to : range.from;
  return list.leading((one) => isBefore(one, range, order), { seconds, after });
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
