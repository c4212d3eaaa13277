import type { CallRecord } from "#contract/record/call-record.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import type { CallList } from "#contract/view/call-set.ts";
import { indexOfRecord, listLength, rowAt, type RowMap } from "./row-map.ts";

/** Why a call has no place in a list: it is of another time, left out by the filters, or the order tells none. */
export type Placeless = "otherTime" | "leftOut" | "otherOrder";

/**
 * The stretch of a list's range whose calls stand before a call, `empty` where that is none; or why
 * nobody can say. Calls that began at the same instant may stand on either side of each other.
 */
export function rangeBefore(
  { calls: { range }, sort }: CallList,
  { startTime }: CallRecord,
): AbsoluteRange | "empty" | Placeless | undefined {
  if (startTime === undefined) return undefined;
  if (startTime < range.from || startTime > range.to) return "otherTime";
  if (sort.field !== "startTime") return "otherOrder";
  const before =
    sort.order === "DESC"
      ? { from: startTime + 1, to: range.to }
      : { from: range.from, to: startTime - 1 };
  return before.from > before.to ? "empty" : before;
}

/**
 * Where a call stands, from the number of those that stand before it: a row to be read yet, or `leftOut`
 * once rows are read that come after it; undefined once it is found.
 */
export function seekRow(
  map: RowMap,
  { contactId = "", startTime = 0 }: CallRecord,
  before: number,
): number | "leftOut" | undefined {
  if (indexOfRecord(map, contactId) !== undefined) return undefined;
  const isAfter = (other: number) =>
    map.sort.order === "DESC" ? other < startTime : other > startTime;
  const length = listLength(map);
  for (let row = before; row < length; row += 1) {
    const there = rowAt(map, row);
    if (there === undefined) return row;
    if (isAfter(there.startTime ?? 0)) return "leftOut";
  }
  return "leftOut";
}
