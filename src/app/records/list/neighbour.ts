import type { CallRecord } from "#contract/record/call-record.ts";
import { indexOfRecord, rowAt, type RowMap } from "./row-map.ts";

/** The call that stands `step` rows after another one, where both are held. */
export function neighbourOf(map: RowMap, contactId: string, step: number): CallRecord | undefined {
  const at = indexOfRecord(map, contactId);
  return at === undefined ? undefined : rowAt(map, at + step);
}
