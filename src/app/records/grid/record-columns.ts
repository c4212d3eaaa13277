import { rowSortingFeature, tableFeatures, type ColumnDef } from "@tanstack/react-table";
import type { CallRecord } from "#contract/record/call-record.ts";
import { COLUMN_NAMES, isComposed, type Column } from "#contract/view/columns.ts";
import { isSortField } from "#contract/view/sort.ts";

/** The upstream sorts; the table only has to know by what. */
export const RECORD_FEATURES = tableFeatures({ rowSortingFeature });

type RecordColumn = ColumnDef<typeof RECORD_FEATURES, CallRecord>;

/** Every column; those that the upstream can sort by are sortable. */
// The cast states what the loop builds: one definition for each name.
export const RECORD_COLUMNS = Object.fromEntries(
  COLUMN_NAMES.map((column): [Column, RecordColumn] => [
    column,
    {
      id: column,
      accessorFn: (record) => (isComposed(column) ? undefined : record[column]),
      enableSorting: isSortField(column),
      sortDescFirst: true,
    },
  ]),
) as unknown as Readonly<Record<Column, RecordColumn>>;
