import { durationRanges } from "#contract/filter/criteria.ts";
import type { Criteria } from "#contract/filter/filters.ts";
import type { SecondsRange } from "#contract/filter/seconds-range.ts";
import type { SortOrder } from "#contract/record/enums.ts";
import type { Sort } from "./sort.ts";

/** The order in which a list begins with the calls of a range; undefined for one that is closed at both ends. */
export function openOrder({ from, to }: SecondsRange): SortOrder | undefined {
  if (to === undefined) return "DESC";
  return from === undefined ? "ASC" : undefined;
}

/**
 * The order in which calls of a duration's range are found: by that duration, from the end that is open, else
 * the longest first. Undefined where none is set. Any other order takes reading all of them.
 */
export function naturalSort(criteria: Criteria): Sort | undefined {
  const [first] = durationRanges(criteria);
  return first && { field: first[0], order: openOrder(first[1]) ?? "DESC" };
}
