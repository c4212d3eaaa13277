/** Records a page holds in the table: the most the upstream gives at once. */
export const PAGE_SIZE = 100;
/** The upstream numbers pages 1–100, so a query reaches 10,000 records and no further. */
export const MAX_PAGE = 100;
export const MAX_REACHABLE = PAGE_SIZE * MAX_PAGE;

/** The last page that a view can name: in start-time order a list goes on past what a query reaches. */
export const LAST_PAGE = 1_000_000;

/** The position in the list of a page's first row, from 0. */
export function pageStartRow(page: number): number {
  return (page - 1) * PAGE_SIZE;
}
