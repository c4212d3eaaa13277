/** Records a page holds in the table: the most the upstream gives at once. */
export const PAGE_SIZE = 100;
/** The upstream numbers pages 1–100, so a query reaches 10,000 records and no further. */
export const MAX_PAGE = 100;
export const MAX_REACHABLE = PAGE_SIZE * MAX_PAGE;

/** Pages that can be asked for, at least one, at most {@link MAX_PAGE}. */
export function reachablePages(total: number): number {
  return Math.min(MAX_PAGE, Math.max(1, Math.ceil(total / PAGE_SIZE)));
}
