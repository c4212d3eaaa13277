import type { CallRecord } from "#contract/record/call-record.ts";
import type { RecordField } from "#contract/record/record-fields.ts";

/** Whether the upstream said the same of two calls; that it said nothing is the same only as nothing. */
export function isSameIn(field: RecordField, one: CallRecord, other: CallRecord): boolean {
  const [a, b] = [one[field], other[field]];
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => item === b[index]);
  return a === b;
}
