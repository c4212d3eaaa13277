import { useQuery } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import { listId } from "#app/records/list/use-rows.ts";
import type { Viewport } from "#app/records/list/viewport.ts";
import type { CallList } from "#contract/view/call-set.ts";
import { LIST_REACH, PAGE_SIZE } from "#contract/view/paging.ts";
import { narrowingQuery, type Narrowing } from "./narrowing.ts";

/** Rows from which on the end of the list is worth counting for. */
const NEAR_END = LIST_REACH - 2 * PAGE_SIZE;

export interface NarrowingInHand {
  /** Absent before it is found, and where there is none. */
  readonly narrowing: Narrowing | undefined;
  readonly counting: boolean;
}

/**
 * The narrowing that makes a list complete, counted for once the reader is near the list's end:
 * it takes several probes, which nobody should cause who never scrolls that far.
 *
 * @param total calls in the list
 */
export function useNarrowing(list: CallList, total: number, viewport: Viewport): NarrowingInHand {
  const id = listId(list);
  const isNear = useCallback(() => {
    const inView = viewport.get();
    return inView?.list === id && (inView.atEnd || inView.last >= NEAR_END);
  }, [viewport, id]);
  const enabled = useSyncExternalStore(viewport.subscribe, isNear);
  const { data, isFetching } = useQuery({ ...narrowingQuery(list.calls, total), enabled });
  return { narrowing: data ?? undefined, counting: isFetching };
}
