import { CRITERION_KEYS, type Criteria } from "#contract/filter/filters.ts";
import { requestKey } from "./request-key.ts";

export interface CriteriaKey {
  /** Equal for criteria that calls meet alike: lists of a filter are sets, in whatever order. */
  readonly key: string;
  /** How long their texts are. */
  readonly chars: number;
}

const known = new WeakMap<Criteria, CriteriaKey>();

/**
 * The long part of what names a request. It is worked out once for criteria that are asked about often:
 * a histogram asks by the same for each bar, and each call needs its key in several places. For a filter
 * of 10,000 characters that is most of what a probe costs this process.
 */
export function criteriaKey(criteria: Criteria): CriteriaKey {
  const found = known.get(criteria);
  if (found !== undefined) return found;
  const values = CRITERION_KEYS.map((name) => {
    const value = criteria[name];
    return Array.isArray(value) ? value.toSorted() : value;
  });
  const made = { key: requestKey(values), chars: JSON.stringify(values).length };
  known.set(criteria, made);
  return made;
}
