import { MAX_REACHABLE } from "#contract/record/list-limits.ts";
import { LIST_REACH, PAGE_SIZE } from "#contract/view/paging.ts";

/**
 * The number of calls from which the value at a share's rank can no more be looked up: ranks are
 * counted from the greatest value down (decision 9), so the rarer the values above it, the more.
 */
export function rankLimit(share: number): number {
  return Math.round(MAX_REACHABLE / (1 - share));
}

/** The page of our sorted list that holds a position, from 1; undefined where no page reaches it. */
export function pageOfPosition(position: number): number | undefined {
  return position <= LIST_REACH ? Math.ceil(position / PAGE_SIZE) : undefined;
}
