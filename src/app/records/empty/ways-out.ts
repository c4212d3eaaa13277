import type { Session } from "#contract/api/session.ts";
import { activeCriteria, overridingCriterion, withCriterion } from "#contract/filter/criteria.ts";
import {
  isKind,
  type Criteria,
  type CriterionKey,
  type FilterKeyOf,
} from "#contract/filter/filters.ts";
import { otherForms, type NumberForm } from "#contract/filter/national-number.ts";
import type { Calendar } from "#contract/time/relative-range.ts";
import { resolveTimeRange, type TimeRange } from "#contract/time/time-range.ts";
import type { CallSet } from "#contract/view/call-set.ts";

/** A change of the view that may bring calls, and the calls that it would bring. */
export type WayOut =
  | { readonly filter: FilterKeyOf<"phone">; readonly other: NumberForm; readonly calls: CallSet }
  | { readonly without: CriterionKey; readonly calls: CallSet }
  | { readonly time: TimeRange; readonly calls: CallSet };

const WIDEST = { relative: "last30d" } as const satisfies TimeRange;

/**
 * What could be changed where no call matches: the form of a number, which the upstream compares letter by
 * letter; each criterion by itself, and the time range. One call
 * is looked for by its id whatever else is asked, so there is nothing to take away but the id. The group
 * or agent that bounds a reader is not theirs to take away.
 *
 * @param shown the criteria with numbers as the reader knows them, in place of their tokens
 */
export function waysOut(
  calls: CallSet,
  calendar: Calendar,
  scope: Session["scope"] = null,
  shown: Criteria = calls.criteria,
): readonly WayOut[] {
  const { criteria, range, asOf } = calls;
  if (overridingCriterion(criteria) !== undefined) return [];
  const forms = activeCriteria(criteria).flatMap((filter) =>
    isKind(filter, "phone")
      ? otherForms(filter, shown[filter] ?? "").map((other) => ({
          filter,
          other,
          calls: { ...calls, criteria: withCriterion(criteria, filter, other.number) },
        }))
      : [],
  );
  const removable = activeCriteria(criteria).filter((key) => key !== scope?.filter);
  const without = removable.map((key) => ({
    without: key,
    calls: { ...calls, criteria: withCriterion(criteria, key, undefined) },
  }));
  const ways = [...forms, ...without];
  const widest = resolveTimeRange(WIDEST, asOf, calendar);
  // Where those days are looked at already there is nothing to gain.
  if (range.from <= widest.from && widest.to <= range.to) return ways;
  return [...ways, { time: WIDEST, calls: { ...calls, range: widest } }];
}
