import type { CallRecord } from "#contract/record/call-record.ts";
import { PAGE_SIZE, pageStartRow } from "#contract/view/paging.ts";
import type { Sort } from "#contract/view/sort.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import {
  createStretch,
  pageStart,
  placeInStretch,
  UPSTREAM_PAGING,
  withLoadedPage,
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
//
// It is long because all of it is one account: the end, the borders and the pages each move with
// the others, and are told by the same reading.

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
  /** True where the list ends for want of a way on: see {@link withPage}. */
  readonly stuck: boolean;
  /** Whether calls may still arrive within its range. */
  readonly mayGrow: boolean;
  /** Pages to be read again, as `pageKey`. */
  readonly doubted: ReadonlySet<string>;
}

/** When a page was asked for and when it was there, as numbers that grow with every such moment. */
export interface Reading {
  readonly askedAt: number;
  readonly readAt: number;
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

function isByTime({ sort }: RowMap): boolean {
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

/**
 * The pages that must be read before rows `from` to `to` (exclusive) are all known and agree with
 * each other, and at the list's end what tells whether it goes on.
 */
export function pagesToRead(map: RowMap, from: number, to: number): PageId[] {
  const wanted = new Map<string, PageId>();
  const want = (id: PageId | undefined) => {
    if (id === undefined) return;
    const held = map.stretches.find(({ range }) => range === id.range)?.pages.has(id.page);
    const key = pageKey(id);
    if (held !== true || map.doubted.has(key)) wanted.set(key, id);
  };
  const length = listLength(map);
  const last = Math.min(to, length);
  for (const [at, stretch] of map.stretches.entries()) {
    const next = map.stretches[at + 1];
    const end = Math.min(last, next?.first ?? last);
    for (let index = Math.max(0, from, stretch.first); index < end;) {
      const { page } = placeInStretch(stretch, index, map.paging);
      // The rows before a gap tell where it begins, unless one has leapt far beyond.
      const isGap = page > map.paging.pages;
      if (isFarAway(map, index)) break;
      want({ range: stretch.range, page: isGap ? seamPage(map, stretch) : page });
      index = isGap ? end : pageStart(stretch, page + 1, map.paging);
    }
    // The page that lies across a border tells whether it is where it was counted to be.
    if (next !== undefined && next.first >= from && next.first <= last)
      want(borderPage(map, stretch, next));
  }
  if (map.mayGrow && map.end === undefined && last === length && length > from)
    want(pageAt(map, length));
  return [...wanted.values()];
}

function borderPage(map: RowMap, stretch: Stretch, next: Stretch): PageId | undefined {
  const { page } = placeInStretch(stretch, next.first, map.paging);
  return page > map.paging.pages ? undefined : { range: stretch.range, page };
}

export function withCount(map: RowMap, counted: number | null): RowMap {
  return { ...map, counted };
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

/** True for a row that stands before the first of the stretch, by its start time. */
function isBefore(map: RowMap, row: CallRecord, next: Stretch): boolean {
  if (row.startTime === undefined) return false;
  return map.sort.order === "DESC"
    ? row.startTime > next.range.to
    : row.startTime < next.range.from;
}

/** Where the next stretch's first row stands, as far as the pages held of this one tell. */
function borderOf(map: RowMap, stretch: Stretch, next: Stretch): number {
  let { first } = next;
  for (const [page, { rows }] of stretch.pages) {
    const start = pageStart(stretch, page, map.paging);
    const before = rows.filter((row) => isBefore(map, row, next)).length;
    if (before < rows.length) first = Math.min(first, start + before);
    if (before > 0) first = Math.max(first, start + before);
  }
  return first;
}

/** Moves whatever follows a stretch to where it turns out to stand. */
function withBorder(map: RowMap, at: number): RowMap {
  const [stretch, next] = [map.stretches[at], map.stretches[at + 1]];
  if (stretch === undefined || next === undefined) return map;
  const moved = borderOf(map, stretch, next) - next.first;
  if (moved === 0) return map;
  return {
    ...map,
    stretches: map.stretches.map((other, index) =>
      index > at ? { ...other, first: other.first + moved } : other,
    ),
    end: map.end === undefined ? undefined : map.end + moved,
    atMost: map.atMost + moved,
  };
}

/**
 * The page that must be held before it is known where the next stretch begins: the last, and where
 * calls of one instant fill it, which are not divided, the one before, and so on.
 */
function seamPage({ paging }: RowMap, { pages }: Stretch): number {
  const seam = pages.get(paging.pages)?.records.at(-1)?.startTime;
  for (let page = paging.pages; page > 1; page -= 1) {
    const first = pages.get(page)?.records[0]?.startTime;
    if (seam === undefined || first !== seam) return page;
  }
  return 1;
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
  const page = seamPage(map, stretch);
  const loaded = stretch.pages.get(page);
  if (loaded === undefined) return map;
  const offset = loaded.rows.findIndex((row) => row.startTime === seam);
  if (seam === undefined || (page === 1 && offset === 0))
    return { ...map, stuck: true, end: pageStart(stretch, lastPage + 1, map.paging) };
  const first = pageStart(stretch, page, map.paging) + (offset < 0 ? loaded.rows.length : offset);
  return withStretch(map, first, seam);
}

/**
 * The map with a stretch that begins with the calls of an instant, at a position of the list. What
 * has been read, and the stretches around, know better where that is than a count from elsewhere.
 */
export function withStretch(map: RowMap, first: number, startTime: number): RowMap {
  const whole = map.stretches[0]?.range;
  if (whole === undefined) return map;
  const newestFirst = map.sort.order === "DESC";
  const isEarlier = ({ range }: Stretch) =>
    newestFirst ? range.to > startTime : range.from < startTime;
  const earlier = map.stretches.filter(isEarlier);
  const later = map.stretches.slice(earlier.length);
  const range = newestFirst
    ? { from: whole.from, to: startTime }
    : { from: startTime, to: whole.to };
  const [next] = later;
  const last = earlier.at(-1);
  const isThere =
    next !== undefined && next.range.from === range.from && next.range.to === range.to;
  if (isThere || last === undefined) return map;
  const counted = borderOf(map, last, createStretch(first, range));
  const between = Math.min(Math.max(counted, last.first), next?.first ?? Number.POSITIVE_INFINITY);
  return { ...map, stretches: [...earlier, createStretch(between, range), ...later] };
}

/** The map without the pages farthest from a row, where more than `most` are held. */
export function keepNear(map: RowMap, index: number, most: number): RowMap {
  const held = map.stretches.flatMap((stretch) =>
    [...stretch.pages.keys()].map((page) => ({
      stretch,
      page,
      distance: Math.abs(pageStart(stretch, page, map.paging) - index),
    })),
  );
  if (held.length <= most) return map;
  const far = held.toSorted((a, b) => a.distance - b.distance).slice(most);
  return {
    ...map,
    stretches: map.stretches.map((stretch) => {
      const dropped = far.filter((one) => one.stretch === stretch);
      if (dropped.length === 0) return stretch;
      const pages = new Map(stretch.pages);
      for (const { page } of dropped) pages.delete(page);
      return { ...stretch, pages };
    }),
  };
}
