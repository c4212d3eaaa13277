import type { CallRecord } from "#contract/record/call-record.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import { PAGE_SIZE, pageStartRow } from "#contract/view/paging.ts";
import type { Sort } from "#contract/view/sort.ts";
import {
  createStretch,
  pageStart,
  placeInStretch,
  UPSTREAM_PAGING,
  type Paging,
  type Stretch,
} from "./stretch.ts";

// What is known of a list: which rows stand where, as far as they have been read. Positions count
// from 0 over the whole list. Everything here is pure: each reading gives a new map.
//
// The list is pinned, yet records still arrive late and push others on. So pages read at different
// moments may repeat or miss records at their border:
// - read downwards they repeat: what an earlier page has is dropped from the later one;
// - read upwards they could miss some: the later page is then read again (`doubted`).
// Past the last page of a query, in start-time order, another query takes over: a new stretch. Its
// border is a start time, so calls that share one are never divided between two stretches.

/** A page that can be asked for. */
export interface PageId {
  readonly range: AbsoluteRange;
  readonly page: number;
}

export interface RowMap {
  readonly sort: Sort;
  readonly paging: Paging;
  /** In the list's order; the first begins at 0. */
  readonly stretches: readonly Stretch[];
  /** Calls that match, as the upstream counted; null where it cannot say, undefined until it has. */
  readonly counted: number | null | undefined;
  /** Rows that the list has at least, whatever was counted: those it was opened at. */
  readonly assumed: number;
  /** Where the list was found to end. */
  readonly end: number | undefined;
  /** No row stands here or further on: a page was asked for that is past the end. */
  readonly atMost: number;
  /** True where the list ends for want of a way on: see `with-page.ts`. */
  readonly stuck: boolean;
  /** Whether calls may still arrive within its range. */
  readonly mayGrow: boolean;
  /** Pages to be read again, as `pageKey`. */
  readonly doubted: ReadonlySet<string>;
}

export function createRowMap(list: {
  sort: Sort;
  range: AbsoluteRange;
  mayGrow: boolean;
  /** The position of a row that is wanted before anything is known. */
  openedAt?: number;
  paging?: Paging;
}): RowMap {
  const { sort, range, mayGrow, openedAt = 0, paging = UPSTREAM_PAGING } = list;
  return {
    sort,
    paging,
    stretches: [createStretch(0, range)],
    counted: undefined,
    assumed: (Math.floor(openedAt / paging.size) + 1) * paging.size,
    end: undefined,
    atMost: Number.POSITIVE_INFINITY,
    stuck: false,
    mayGrow,
    doubted: new Set(),
  };
}

export function pageKey({ range, page }: PageId): string {
  return `${range.from}-${range.to}/${page}`;
}

/** Only in this order a list goes on past the last page of a query. */
export function isByTime({ sort }: RowMap): boolean {
  return sort.field === "startTime";
}

/** The most rows that page numbers reach: all of them where the order is by start time. */
export function reach(map: RowMap): number {
  const [only] = map.stretches;
  if (isByTime(map) || only === undefined) return Number.POSITIVE_INFINITY;
  return pageStart(only, map.paging.pages + 1, map.paging);
}

/** Rows of the list, as far as is known; while nothing is counted, one page more than was read. */
export function listLength(map: RowMap): number {
  const most = Math.min(reach(map), map.atMost);
  if (map.end !== undefined) return Math.min(map.end, most);
  const read = Math.max(...map.stretches.map((stretch) => readEnd(stretch, map.paging)));
  if (typeof map.counted === "number") return Math.min(Math.max(map.counted, read), most);
  return Math.min(Math.max(map.assumed, read + map.paging.size), most);
}

/** The position after the last row that was read of a stretch; 0 if none was. */
function readEnd(stretch: Stretch, paging: Paging): number {
  let end = 0;
  for (const [page, { rows }] of stretch.pages)
    if (rows.length > 0) end = Math.max(end, pageStart(stretch, page, paging) + rows.length);
  return end;
}

function stretchAt({ stretches }: RowMap, index: number): Stretch | undefined {
  return stretches.findLast(({ first }) => first <= index);
}

/**
 * The page to ask for to get the row at `index`; undefined where no page of a known stretch has it,
 * so that another stretch must be found first.
 */
export function pageAt(map: RowMap, index: number): PageId | undefined {
  const stretch = stretchAt(map, index);
  if (stretch === undefined) return undefined;
  const { page } = placeInStretch(stretch, index, map.paging);
  return page > map.paging.pages ? undefined : { range: stretch.range, page };
}

/** Where the first row of a page stands. */
export function firstRowOf(
  { stretches, paging }: RowMap,
  { range, page }: PageId,
): number | undefined {
  const stretch = stretches.find(
    (one) => one.range.from === range.from && one.range.to === range.to,
  );
  return stretch && pageStart(stretch, page, paging);
}

/** The records of one page of the list, in the order on screen; undefined until all have been read. */
export function rowsOfPage(map: RowMap, page: number): readonly CallRecord[] | undefined {
  const first = pageStartRow(page);
  const last = Math.min(first + PAGE_SIZE, listLength(map));
  const records: CallRecord[] = [];
  for (let index = first; index < last; index += 1) {
    const record = rowAt(map, index);
    if (record === undefined) return undefined;
    records.push(record);
  }
  return records;
}

/** Whether a row lies too far beyond what has been read to get there page by page. */
export function isFarAway(map: RowMap, index: number): boolean {
  const stretch = stretchAt(map, index);
  if (stretch === undefined || pageAt(map, index) !== undefined || !isByTime(map)) return false;
  // Until it is known how many rows there are, nothing is known of a row so far away.
  if (typeof map.counted !== "number") return map.counted === undefined;
  const { pages, size } = map.paging;
  // The page before the border leads on, and to the border is worth one page.
  return index >= pageStart(stretch, pages + 1, map.paging) + (pages * size) / 4;
}

/** Whether anything of the list has been read. */
export function isRead({ stretches }: RowMap): boolean {
  return stretches.some(({ pages }) => pages.size > 0);
}

/** The record at a position, if it has been read. */
export function rowAt(map: RowMap, index: number): CallRecord | undefined {
  const stretch = stretchAt(map, index);
  if (stretch === undefined || index < 0 || index >= listLength(map)) return undefined;
  const { page, offset } = placeInStretch(stretch, index, map.paging);
  return stretch.pages.get(page)?.rows[offset];
}

/** Where a record stands, if its page is held. */
export function indexOfRecord(map: RowMap, contactId: string): number | undefined {
  for (const [at, stretch] of map.stretches.entries())
    for (const [page, { rows }] of stretch.pages) {
      const offset = rows.findIndex((row) => row.contactId === contactId);
      const index = pageStart(stretch, page, map.paging) + offset;
      // Past its successor's first row a stretch is not shown.
      const isShown = index < (map.stretches[at + 1]?.first ?? Number.POSITIVE_INFINITY);
      if (offset >= 0 && isShown) return index;
    }
  return undefined;
}

export function withCount(map: RowMap, counted: number | null): RowMap {
  return { ...map, counted };
}
