import { CRITERION_KEYS, FILTERS, type Criteria, type CriterionKey } from "./filters.ts";

/** The criteria that are set, in the order of FILTERS. */
export function activeCriteria(criteria: Criteria): readonly CriterionKey[] {
  return CRITERION_KEYS.filter((key) => criteria[key] !== undefined);
}

/** The criterion that makes the upstream ignore all others, if it is set. */
export function overridingCriterion(criteria: Criteria): CriterionKey | undefined {
  return activeCriteria(criteria).find((key) => "overrides" in FILTERS[key]);
}
