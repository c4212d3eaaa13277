import { MAX_PAGE } from "#contract/record/list-limits.ts";

/** Records on one page of our table, at most `MAX_PAGE_SIZE`. Any such number would do. */
export const PAGE_SIZE: number = 100;

/** Rows of our table that the page numbers of one query reach. */
export const LIST_REACH = PAGE_SIZE * MAX_PAGE;

/** The last page that a view can name: in start-time order a list goes on past what a query reaches. */
export const LAST_PAGE = 1_000_000;

/** The page, from 1, of a position in the list, from 0. */
export function pageOfRow(row: number): number {
  return Math.floor(row / PAGE_SIZE) + 1;
}

/** The position in the list, from 0, of a page's first row. Pages count from 1. */
export function pageStartRow(page: number): number {
  return (page - 1) * PAGE_SIZE;
}
