import type { CallRecord } from "#contract/record/call-record.ts";
import { MAX_PAGE } from "#contract/record/list-limits.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import { PAGE_SIZE } from "#contract/view/paging.ts";

/** How the upstream cuts a query into pages. Tests take smaller ones. */
export interface Paging {
  readonly size: number;
  /** The last page that can be asked for. */
  readonly pages: number;
}
export const UPSTREAM_PAGING: Paging = { size: PAGE_SIZE, pages: MAX_PAGE };

export interface LoadedPage {
  /** As they came. */
  readonly records: readonly CallRecord[];
  /** Those that no earlier page of the stretch has: late arrivals push records on to the next page. */
  readonly rows: readonly CallRecord[];
  /** When it was asked for, as a number that grows from one moment to the next. */
  readonly askedAt: number;
}

/**
 * A part of the list that is read by the page numbers of one query. A list has one stretch, and one
 * more wherever it goes on past the last page that a query has.
 */
export interface Stretch {
  /** The position in the list of its first row. */
  readonly first: number;
  /** What its query asks for; that of a later stretch lies within that of an earlier one. */
  readonly range: AbsoluteRange;
  readonly pages: ReadonlyMap<number, LoadedPage>;
  /** Rows of full pages that gave fewer for having repeats, also of pages no longer held. */
  readonly sizes: ReadonlyMap<number, number>;
}

export function createStretch(first: number, range: AbsoluteRange): Stretch {
  return { first, range, pages: new Map(), sizes: new Map() };
}

/** The position in the list of the first row of a page. */
export function pageStart({ first, sizes }: Stretch, page: number, { size }: Paging): number {
  let start = first + (page - 1) * size;
  for (const [other, rows] of sizes) if (other < page) start -= size - rows;
  return start;
}

/** The page that holds the row at a position of the list, and the row's place on it, from 0. */
export function placeInStretch(
  stretch: Stretch,
  index: number,
  { size }: Paging,
): { page: number; offset: number } {
  let start = stretch.first;
  let page = 1;
  for (const [odd, rows] of [...stretch.sizes].toSorted(([a], [b]) => a - b)) {
    const oddStart = start + (odd - page) * size;
    if (index < oddStart) break;
    if (index < oddStart + rows) return { page: odd, offset: index - oddStart };
    start = oddStart + rows;
    page = odd + 1;
  }
  const beyond = index - start;
  return { page: page + Math.floor(beyond / size), offset: beyond % size };
}

/** The stretch with a page in it, and the rows of all its pages told apart anew. */
export function withLoadedPage(
  stretch: Stretch,
  page: number,
  loaded: Omit<LoadedPage, "rows">,
  { size }: Paging,
): Stretch {
  const pages = new Map(stretch.pages).set(page, { ...loaded, rows: [] });
  const sizes = new Map(stretch.sizes);
  const seen = new Set<string>();
  for (const [number, held] of [...pages].toSorted(([a], [b]) => a - b)) {
    const rows = held.records.filter(({ contactId }) => {
      // One without an id cannot be compared.
      if (contactId === undefined) return true;
      return !seen.has(contactId) && seen.add(contactId);
    });
    const isSame =
      held.rows.length === rows.length && held.rows.every((row, at) => row === rows[at]);
    if (!isSame) pages.set(number, { ...held, rows });
    if (held.records.length < size || rows.length === size) sizes.delete(number);
    else sizes.set(number, rows.length);
  }
  return { ...stretch, pages, sizes };
}

/**
 * The page that must be held before it is known where the next stretch begins: the last, and where
 * calls of one instant fill it, which are not divided, the one before, and so on.
 */
export function seamPage({ pages }: Stretch, paging: Paging): number {
  const seam = pages.get(paging.pages)?.records.at(-1)?.startTime;
  for (let page = paging.pages; page > 1; page -= 1) {
    const first = pages.get(page)?.records[0]?.startTime;
    if (seam === undefined || first !== seam) return page;
  }
  return 1;
}
