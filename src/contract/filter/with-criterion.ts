import type { Criteria, CriterionKey, FilterValue } from "./filters.ts";

/** The criteria with one of them set, or taken away by `undefined` or an empty list. */
export function withCriterion<F extends CriterionKey>(
  criteria: Criteria,
  filter: F,
  value: FilterValue<F> | undefined,
): Criteria {
  const { [filter]: _old, ...rest } = criteria;
  // What is left of Criteria without one of its optional keys is still Criteria.
  if (value === undefined || value.length === 0) return rest as Criteria;
  return { ...rest, [filter]: value } as Criteria;
}
