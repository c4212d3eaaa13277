import type { CallRecord } from "#contract/record/call-record.ts";
import { listLength, rowAt, type RowMap } from "./row-map.ts";

/** Where a step along the list leads; the call is absent where it has yet to be read. */
interface Step {
  readonly row: number;
  readonly record: CallRecord | undefined;
}

/** From the row at `from`; undefined past an end. A call without an id cannot be opened: it is stepped over. */
export function stepFrom(map: RowMap, from: number, step: -1 | 1): Step | undefined {
  const length = listLength(map);
  for (let row = from + step; row >= 0 && row < length; row += step) {
    const record = rowAt(map, row);
    if (record === undefined || record.contactId !== undefined) return { row, record };
  }
  return undefined;
}
