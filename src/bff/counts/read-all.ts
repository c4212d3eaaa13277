import type { NotePage } from "#bff/calls/reading-room.ts";
import { durationRanges, overridingCriterion } from "#contract/filter/criteria.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { naturalSort } from "#contract/view/natural-sort.ts";
import { PAGE_SIZE } from "#contract/view/paging.ts";
import { DEFAULT_SORT } from "#contract/view/sort.ts";
import type { CallsInHand } from "./calls-in-hand.ts";

/** The upstream ignores all else beside such a criterion, and a probe would count nothing by it. */
export const isOverridden = ({ set }: CallsInHand): boolean =>
  overridingCriterion(set.criteria) !== undefined;

/** The upstream does not count by a duration: a probe is a search, and what can be read is read. */
export const isByDuration = ({ set }: CallsInHand): boolean =>
  durationRanges(set.criteria).length > 0;

/**
 * All of the calls, where they are as many as was counted.
 *
 * @param keep what is kept of each, where all of it would be too much
 */
export async function readAll(
  calls: CallsInHand,
  pages: number,
  onRead: NotePage,
  keep = (record: CallRecord) => record,
): Promise<readonly CallRecord[] | undefined> {
  const sort = naturalSort(calls.set.criteria) ?? DEFAULT_SORT;
  const read = await Promise.all(
    Array.from({ length: pages }, (_unused, index) =>
      calls.page(index + 1, { sort, onRead }).then((page) => page.map(keep)),
    ),
  );
  const records = new Map(
    read.flat().map((record, index) => [record.contactId ?? `without id ${index}`, record]),
  );
  const isRead = isOverridden(calls) || isByDuration(calls);
  const areAll = isRead || (records.size === calls.total && !(await haveGrown(calls)));
  return areAll ? [...records.values()] : undefined;
}

/**
 * Whether calls have come since the total was counted. One that came between two pages has pushed
 * another over their edge, which may then be on neither, while as many as were counted were read.
 */
async function haveGrown(calls: CallsInHand): Promise<boolean> {
  // A page that is not full has no edge.
  if (!calls.mayGrow || calls.total < PAGE_SIZE) return false;
  return (await calls.recount()) !== calls.total;
}
