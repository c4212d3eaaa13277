import {
  BudgetSpent,
  createCallBudget,
  withinBudget,
  type CallBudget,
} from "#bff/calls/call-budget.ts";
import type { AskOf, RankedField } from "#contract/api/asks.ts";
import { MAX_REACHABLE } from "#contract/record/list-limits.ts";
import { positionOf } from "#contract/record/rank-position.ts";
import { spentSeconds } from "#contract/record/spent-seconds.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import type { CallsInHand } from "./calls-in-hand.ts";
import { MOST_RANK_CALLS } from "./choose-plan.ts";
import { createFallingList, type FallingList } from "./falling-list.ts";
import type { Tell } from "./lines.ts";
import { valueInMerged, type CountedList } from "./merged-rank.ts";
import { sliceByTime } from "./time-slices.ts";

/** What a stretch of time costs at the least: to find it, and the calls in it that have a value. */
const LEAST_PER_SLICE = 6;

/**
 * The calls that have a value come first in the list from the longest down. Where they end is searched
 * for, and the value at a rank among them is the call at its place there. What page numbers do not reach
 * is looked for in stretches of time, as far as the budget goes.
 *
 * @param most upstream calls that it may cost
 */
export async function probeRanks(
  calls: CallsInHand,
  { field, shares }: AskOf<"ranks">,
  tell: Tell,
  most = MOST_RANK_CALLS,
): Promise<void> {
  const { total, set } = calls;
  const budget = createCallBudget(most);
  const listOf = (part: CallSet, count: number) => listFalling(calls, part, count, field, budget);
  const whole = total > 0 ? listOf(set, total) : undefined;
  const lists = whole && (await withinBudget(() => countLists(whole)));
  const base = whole === undefined ? 0 : baseOf(lists);
  await Promise.all(
    shares.map(async (share) => {
      const position = base === null ? null : positionOf(share, base);
      const seconds = position === null ? null : await withinBudget(() => valueAt(position));
      tell({ share, seconds: seconds ?? null, position, base });
    }),
  );
  tell({ end: true, total, plan: "probes" });

  /** The lists that together hold all calls with a value. */
  async function countLists(list: FallingList): Promise<readonly CountedList[]> {
    const passing = await list.passing(0);
    if (passing !== undefined) return [{ list, count: passing.above }];
    if (Math.ceil(total / MAX_REACHABLE) * LEAST_PER_SLICE > budget.left()) throw new BudgetSpent();
    const slices = await sliceByTime(set, total, (part) => {
      budget.take();
      return calls.count(part);
    });
    const counted: CountedList[] = [];
    let guess: number | undefined;
    const count = async (slice: (typeof slices)[number]) => {
      const part = listOf(slice.set, slice.total);
      const { above = 0 } = (await part.passing(0, guess)) ?? {};
      if (above > 0) counted.push({ list: part, count: above });
      return above / slice.total;
    };
    const [first, ...others] = slices;
    // What part of the calls have a value differs little from one time to another.
    if (first !== undefined) guess = await count(first);
    await Promise.all(others.map(count));
    return counted;
  }

  function valueAt(position: number): Promise<number> {
    if (whole !== undefined && position <= whole.reach) return whole.valueAt(position);
    return valueInMerged(lists ?? [], position);
  }
}

function baseOf(lists: readonly CountedList[] | undefined): number | null {
  return lists === undefined ? null : lists.reduce((sum, { count }) => sum + count, 0);
}

function listFalling(
  calls: CallsInHand,
  set: CallSet,
  total: number,
  field: RankedField,
  budget: CallBudget,
): FallingList {
  return createFallingList(total, async (page, pageSize) => {
    budget.take();
    const sort = { field, order: "DESC" } as const;
    const records = await calls.page(page, { set, sort, pageSize });
    return records.map((record) => spentSeconds(record, field));
  });
}
