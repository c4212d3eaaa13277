import type { CallRecord } from "#contract/record/call-record.ts";
import { isByTime, pageKey, rowAt, type PageId, type RowMap } from "./row-map.ts";
import { pageStart, seamPage, withLoadedPage, type Stretch } from "./stretch.ts";
import { withBorder, withStretch } from "./with-stretch.ts";

/** When a page was asked for and when it was there, as numbers that grow with every such moment. */
export interface Reading {
  readonly askedAt: number;
  readonly readAt: number;
}

/** What a page is known by: its records' ids. */
const idsOf = (records: readonly CallRecord[]) => records.map((record) => record.contactId).join();

/** The map after a page was read. */
export function withPage(
  map: RowMap,
  id: PageId,
  records: readonly CallRecord[],
  { askedAt, readAt }: Reading,
): RowMap {
  const at = map.stretches.findIndex(({ range }) => pageKey({ ...id, range }) === pageKey(id));
  const before = map.stretches[at];
  if (before === undefined) return map;
  const stretch = withLoadedPage(before, id.page, { records, askedAt }, map.paging);
  const stretches = map.stretches.with(at, stretch);

  const doubted = new Set(map.doubted);
  doubted.delete(pageKey(id));
  const old = before.pages.get(id.page);
  const following = before.pages.get(id.page + 1);
  // Between the two readings something may have slipped from this page to the following one.
  if (map.mayGrow && following !== undefined && following.askedAt < readAt)
    if (old === undefined || idsOf(old.records) !== idsOf(records))
      doubted.add(pageKey({ range: id.range, page: id.page + 1 }));

  const read = withBorder({ ...map, stretches, doubted }, at);
  return withSeam(withEnd(read, stretch, id.page), at);
}

/** A page that is not full is the last; one that is full at the end shows that it was not the end. */
function withEnd(map: RowMap, stretch: Stretch, page: number): RowMap {
  const loaded = stretch.pages.get(page);
  if (loaded === undefined) return map;
  const start = pageStart(stretch, page, map.paging);
  const end = start + loaded.rows.length;
  if (loaded.records.length === map.paging.size) {
    const goesOn = map.end !== undefined && end >= map.end;
    const atMost = end > map.atMost ? Number.POSITIVE_INFINITY : map.atMost;
    return { ...map, end: goesOn ? undefined : map.end, atMost };
  }
  // An empty page may be far past the end, unless the row before it is known.
  if (loaded.records.length === 0 && start > 0 && rowAt(map, start - 1) === undefined)
    return { ...map, atMost: Math.min(map.atMost, start) };
  return { ...map, end, atMost: Number.POSITIVE_INFINITY };
}

/**
 * After the last page of a query the list goes on with the calls that began when its last one did,
 * and those after it in the order. Where all that a query reaches began in the same instant, or its
 * last record does not say when, there is no way on: the list is stuck.
 */
function withSeam(map: RowMap, at: number): RowMap {
  const stretch = map.stretches[at];
  const { pages: lastPage } = map.paging;
  const last = stretch?.pages.get(lastPage);
  if (!isByTime(map) || stretch === undefined || last === undefined) return map;
  if (last.records.length < map.paging.size) return map;
  const next = map.stretches[at + 1];
  if (next !== undefined && next.first <= pageStart(stretch, lastPage + 1, map.paging)) return map;
  const seam = last.records.at(-1)?.startTime;
  const page = seamPage(stretch, map.paging);
  const loaded = stretch.pages.get(page);
  if (loaded === undefined) return map;
  const offset = loaded.rows.findIndex((row) => row.startTime === seam);
  if (seam === undefined || (page === 1 && offset === 0))
    return { ...map, stuck: true, end: pageStart(stretch, lastPage + 1, map.paging) };
  const first = pageStart(stretch, page, map.paging) + (offset < 0 ? loaded.rows.length : offset);
  return withStretch(map, first, seam);
}
