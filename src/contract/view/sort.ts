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
