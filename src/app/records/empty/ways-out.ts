import { activeCriteria, overridingCriterion, withCriterion } from "#contract/filter/criteria.ts";
import type { CriterionKey } from "#contract/filter/filters.ts";
import type { Calendar } from "#contract/time/relative-range.ts";
import { resolveTimeRange, type TimeRange } from "#contract/time/time-range.ts";
import type { CallSet } from "#contract/view/call-set.ts";

/** A change of the view that may bring calls, and the calls that it would bring. */
export type WayOut =
  | { readonly without: CriterionKey; readonly calls: CallSet }
  | { readonly time: TimeRange; readonly calls: CallSet };

const WIDEST = { relative: "last30d" } as const satisfies TimeRange;

/**
 * What could be changed where no call matches: each criterion by itself, and the time range. One call
 * is looked for by its id whatever else is asked, so there is nothing to take away but the id.
 */
export function waysOut(calls: CallSet, calendar: Calendar): readonly WayOut[] {
  const { criteria, range, asOf } = calls;
  if (overridingCriterion(criteria) !== undefined) return [];
  const without = activeCriteria(criteria).map((key) => ({
    without: key,
    calls: { ...calls, criteria: withCriterion(criteria, key, undefined) },
  }));
  const widest = resolveTimeRange(WIDEST, asOf, calendar);
  // Where those days are looked at already there is nothing to gain.
  if (range.from <= widest.from && widest.to <= range.to) return without;
  return [...without, { time: WIDEST, calls: { ...calls, range: widest } }];
}
