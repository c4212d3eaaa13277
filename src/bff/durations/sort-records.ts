import type { DurationKey } from "#contract/filter/filters.ts";
import { isInSeconds, type SecondsRange } from "#contract/filter/seconds-range.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { Sort } from "#contract/view/sort.ts";

/** Records in an order, as the upstream has it: without a value last in either, and ties by their id. */
export function sortRecords(
  records: readonly CallRecord[],
  { field, order }: Sort,
): readonly CallRecord[] {
  const sign = order === "ASC" ? 1 : -1;
  return records.toSorted((a, b) => {
    const [one, other] = [a[field], b[field]];
    if (one === other) return (a.contactId ?? "") < (b.contactId ?? "") ? -1 : 1;
    if (one === undefined) return 1;
    return other === undefined ? -1 : sign * (one - other);
  });
}

/** Whether a call lies in all of the ranges. */
export function isInAll(
  record: CallRecord,
  ranges: readonly (readonly [DurationKey, SecondsRange])[],
): boolean {
  return ranges.every(([field, range]) => isInSeconds(range, record[field]));
}
