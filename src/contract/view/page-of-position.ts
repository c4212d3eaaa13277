import { LIST_REACH, PAGE_SIZE } from "./paging.ts";

/** The page of our sorted list that holds a position, from 1; undefined where no page reaches it. */
export function pageOfPosition(position: number): number | undefined {
  return position <= LIST_REACH ? Math.ceil(position / PAGE_SIZE) : undefined;
}
