import { isOneOf, SORT_FIELDS, type SortField, type SortOrder } from "#contract/record/enums.ts";

export interface Sort {
  readonly field: SortField;
  readonly order: SortOrder;
}

export const DEFAULT_SORT: Sort = { field: "startTime", order: "DESC" };

/** True for the fields the upstream can sort by. */
export function isSortField(field: string): field is SortField {
  return isOneOf(SORT_FIELDS, field);
}

/** `-startTime` is descending, `startTime` ascending. */
export function writeSort(sort: Sort): string {
  return sort.order === "DESC" ? `-${sort.field}` : sort.field;
}

export function readSort(text: string): Sort | undefined {
  const descending = text.startsWith("-");
  const field = descending ? text.slice(1) : text;
  return isSortField(field) ? { field, order: descending ? "DESC" : "ASC" } : undefined;
}
