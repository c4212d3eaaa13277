import { durationRanges } from "#contract/filter/criteria.ts";
import type { Criteria } from "#contract/filter/filters.ts";
import type { SecondsRange } from "#contract/filter/seconds-range.ts";
import { isOneOf, SORT_FIELDS, type SortField, type SortOrder } from "#contract/record/enums.ts";

/** The order of a list: one field, and the direction. Calls without a value come last in either. */
export interface Sort {
  readonly field: SortField;
  readonly order: SortOrder;
}

/** The order of a view that names none, and the upstream's own default: the newest call first. */
export const DEFAULT_SORT: Sort = { field: "startTime", order: "DESC" };

/** True for the name of a field that the upstream can sort by. */
export function isSortField(field: string): field is SortField {
  return isOneOf(SORT_FIELDS, field);
}

/** The text of an order in a URL: `-startTime` is descending, `startTime` ascending. */
export function writeSort(sort: Sort): string {
  return sort.order === "DESC" ? `-${sort.field}` : sort.field;
}

/** The order that the text of a URL names; undefined if it names none. */
export function readSort(text: string): Sort | undefined {
  const descending = text.startsWith("-");
  const field = descending ? text.slice(1) : text;
  return isSortField(field) ? { field, order: descending ? "DESC" : "ASC" } : undefined;
}

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
