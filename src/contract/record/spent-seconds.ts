import type { CallRecord } from "./call-record.ts";
import type { FieldOfKind } from "./record-fields.ts";

/**
 * Seconds that a call spent in what the field times, for figures over many calls. A call without the
 * value spent none there, and none is also what a duration below 0 can mean. So calls by this are in
 * the order of the upstream's list, greatest first, in which those without a value come last: a figure
 * is the same whether it is worked out from the records or looked up in that list.
 */
export function spentSeconds(record: CallRecord, field: FieldOfKind<"seconds">): number {
  return Math.max(0, record[field] ?? 0);
}
