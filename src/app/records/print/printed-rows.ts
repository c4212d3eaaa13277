import { rowAt, type RowMap } from "#app/records/list/row-map.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { PAGE_SIZE, pageStartRow } from "#contract/view/paging.ts";

/** The calls of a page as far as they have been read from its first on, and where that stands. */
export function printedRows(
  map: RowMap,
  page: number,
): { first: number; records: readonly CallRecord[] } {
  const first = pageStartRow(page);
  const records: CallRecord[] = [];
  for (let row = first; row < first + PAGE_SIZE; row += 1) {
    const record = rowAt(map, row);
    if (record === undefined) break;
    records.push(record);
  }
  return { first, records };
}
