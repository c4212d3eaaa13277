import { MAX_PAGE_SIZE } from "#contract/record/list-limits.ts";

/** Upstream calls that it may take to find what became of the callers. */
export const MOST_LOOKUPS = 400;
/** Of a list that is read from end to end: page numbers reach a little further, for what comes meanwhile. */
const MOST_PAGES = 90;

/** `all` every call since is read · `each` the calls of each caller are looked for. */
export type LookupPlan = "all" | "each";

/**
 * The cheaper exact way to learn what became of callers: a call centre that loses one call in twenty has fewer pages
 * of calls than callers; a view of one group, or of long ago, has not.
 *
 * @param totals how many calls there are since, in each of the lists that the reader may see
 */
export function chooseLookup(totals: readonly number[], callers: number): LookupPlan {
  const pages = totals.map((total) => Math.ceil(total / MAX_PAGE_SIZE));
  const sum = pages.reduce((all, some) => all + some, 0);
  const isReached = pages.every((some) => some <= MOST_PAGES);
  return isReached && sum <= Math.min(MOST_LOOKUPS, callers * totals.length) ? "all" : "each";
}
