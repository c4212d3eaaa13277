import { activeCriteria, overridingCriterion, withCriterion } from "#contract/filter/criteria.ts";
import type { CriterionKey } from "#contract/filter/filters.ts";
import { resolveTimeRange, type TimeRange } from "#contract/time/time-range.ts";
import { callsSearch, type CallSet } from "#contract/view/call-set.ts";

/** A change of the view that may bring calls, and the view of the question how many. */
export type WayOut =
  | { readonly without: CriterionKey; readonly view: string }
  | { readonly time: TimeRange; readonly view: string };

const WIDEST = { relative: "last30d" } as const satisfies TimeRange;

/**
 * What could be changed where no call matches: each criterion by itself, and the time range. One call
 * is looked for by its id whatever else is asked, so there is nothing to take away but the id.
 */
export function waysOut(calls: CallSet, timeZone: string): readonly WayOut[] {
  const { criteria, instance, range, asOf } = calls;
  if (overridingCriterion(criteria) !== undefined) return [];
  const without = activeCriteria(criteria).map((key) => ({
    without: key,
    view: callsSearch({ ...calls, criteria: withCriterion(criteria, key, undefined) }),
  }));
  const widest = resolveTimeRange(WIDEST, asOf, timeZone);
  // Where those days are looked at already there is nothing to gain.
  if (range.from <= widest.from && widest.to <= range.to) return without;
  return [...without, { time: WIDEST, view: callsSearch({ instance, range: widest, criteria }) }];
}
