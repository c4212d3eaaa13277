import { overridingCriterion } from "#contract/filter/criteria.ts";
import type { CallSet } from "#contract/view/call-set.ts";

/** Whether calls can be added at the set's end: it ends at its as-of, and the range matters. */
export function isOpen({ range, asOf, criteria }: CallSet): boolean {
  return range.to === asOf && overridingCriterion(criteria) === undefined;
}
