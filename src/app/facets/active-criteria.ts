import { CRITERION_KEYS, type Criteria, type CriterionKey } from "#contract/filters.ts";

/** The criteria that are set, in the order of FILTERS. */
export function activeCriteria(criteria: Criteria): readonly CriterionKey[] {
  return CRITERION_KEYS.filter((key) => criteria[key] !== undefined);
}
