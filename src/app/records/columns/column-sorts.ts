import { RECORD_FIELDS } from "#contract/record/record-fields.ts";
import { columnFields, isComposed, type Column } from "#contract/view/columns.ts";
import { isSortField, type Sort } from "#contract/view/sort.ts";

interface ColumnSort {
  readonly sort: Sort;
  /** A text of `columns.menu`; `sortBy` names the field. */
  readonly words: "earliestFirst" | "latestFirst" | "shortestFirst" | "longestFirst" | "sortBy";
}

export function isSameSort(one: Sort, other: Sort): boolean {
  return one.field === other.field && one.order === other.order;
}

/**
 * The orders that a column's menu offers: both of its own field's, or of a composed column one for
 * each of its fields, the largest first and the other way round the second time.
 */
export function columnSorts(column: Column, current: Sort): readonly ColumnSort[] {
  const fields = columnFields(column).filter(isSortField);
  if (isComposed(column))
    return fields.map((field) => ({
      sort: { field, order: isSameSort(current, { field, order: "DESC" }) ? "ASC" : "DESC" },
      words: "sortBy",
    }));
  return fields.flatMap((field): ColumnSort[] => {
    const isInstant = RECORD_FIELDS[field] === "instant";
    return [
      { sort: { field, order: "DESC" }, words: isInstant ? "latestFirst" : "longestFirst" },
      { sort: { field, order: "ASC" }, words: isInstant ? "earliestFirst" : "shortestFirst" },
    ];
  });
}
