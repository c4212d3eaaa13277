import { useTable } from "@tanstack/react-table";
import { useCallback, useMemo } from "react";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { Column } from "#contract/view/columns.ts";
import { isSortField, type Sort } from "#contract/view/sort.ts";
import { RECORD_COLUMNS, RECORD_FEATURES } from "./record-columns.ts";

const NO_RECORDS: readonly CallRecord[] = [];

/** What a press on a heading does: sorts by its column, or by the same one the other way round. */
export function useSortToggle(
  shown: readonly Column[],
  sort: Sort,
  onSort: (sort: Sort) => void,
): (column: Column) => void {
  const { getColumn } = useTable({
    features: RECORD_FEATURES,
    columns: useMemo(() => shown.map((column) => RECORD_COLUMNS[column]), [shown]),
    // The upstream filters, sorts and pages: the table is asked about columns only.
    data: NO_RECORDS,
    manualSorting: true,
    enableMultiSort: false,
    enableSortingRemoval: false,
    state: { sorting: [{ id: sort.field, desc: sort.order === "DESC" }] },
    onSortingChange: (update) => {
      const old = [{ id: sort.field, desc: sort.order === "DESC" }];
      const [next] = typeof update === "function" ? update(old) : update;
      if (next !== undefined && isSortField(next.id))
        onSort({ field: next.id, order: next.desc ? "DESC" : "ASC" });
    },
  });
  // The table is another object each time, its functions are not.
  return useCallback((column) => getColumn(column)?.toggleSorting(), [getColumn]);
}
