import type { CallRecord } from "./call-record.ts";
import type { RecordField } from "./record-fields.ts";
import { waitSeconds } from "./wait-time.ts";

/** A field's value; for WaitTime what the caller really waited. */
export function fieldValue<F extends RecordField>(record: CallRecord, field: F): CallRecord[F] {
  // waitSeconds gives what the field itself holds: seconds or nothing.
  return field === "waitTime" ? (waitSeconds(record) as CallRecord[F]) : record[field];
}
