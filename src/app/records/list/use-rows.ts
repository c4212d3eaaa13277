import { useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useState, useSyncExternalStore } from "react";
import type { ApiError } from "#app/api/api-error.ts";
import { isForbidden } from "#app/api/api-error.ts";
import { retryFailed } from "#app/api/outage.ts";
import { useLast } from "#app/ui/use-last.ts";
import { durationRanges } from "#contract/filter/criteria.ts";
import type { CallList } from "#contract/view/call-set.ts";
import { PAGE_SIZE, pageStartRow } from "#contract/view/paging.ts";
import { pagesToRead } from "./pages-to-read.ts";
import { isFarAway, isRead, listLength, pageKey, withCount } from "./row-map.ts";
import type { PageId, RowMap } from "./row-map.ts";
import { anchorQuery, pageQuery, rowsQuery, totalQuery } from "./rows-query.ts";
import type { Viewport } from "./viewport.ts";

/** How many calls match, as far as it is known. */
export type Total =
  | { readonly state: "known"; readonly count: number }
  | { readonly state: "counting" | "unknown" | "failed"; readonly count?: undefined };

export interface RowsInHand {
  /** The list on screen; absent before the first page of the first one is here. */
  readonly list: { readonly id: string; readonly of: CallList; readonly map: RowMap } | undefined;
  /** True while `list` is that of an earlier view. */
  readonly stale: boolean;
  readonly loading: boolean;
  /** Whether what had failed is being asked for again. */
  readonly retrying: boolean;
  /** What failed first, and the pages that did. */
  readonly error: ApiError | null;
  readonly failed: readonly PageId[];
  readonly total: Total;
  /** Asks again for whatever failed, here and around. */
  readonly retry: () => void;
}

interface WantedRows {
  readonly row?: number | undefined;
  readonly wholePage?: boolean;
}

/** Rows beyond those in view that are read ahead. */
const AHEAD = 70;
/** Rows that are scrolled before it is asked anew which pages are near. */
const STEP = 25;
/** Pages asked for at once where no call can come in between. */
const PARALLEL = 3;

/** A name for a list; equal lists have equal names. */
export function listId(list: CallList): string {
  return JSON.stringify(list);
}

/**
 * The rows of a list around where the reader is: pages are asked for as they come near and given
 * up when they are flown past. An error never takes away the rows on screen.
 *
 * @param list the same object while it is the same list
 * @param openedOn the page to begin with, from 1
 * @param wanted `row` is waited for, wherever the table is; of the page that was opened `wholePage` is read,
 *   as far as it goes: a link's call may stand on it below what is in view, past the end of a stretch
 */
export function useRows(
  list: CallList,
  openedOn: number,
  viewport: Viewport,
  { row: awaited, wholePage = false }: WantedRows = {},
): RowsInHand {
  const openedAt = pageStartRow(openedOn);
  const also = awaited ?? (wholePage ? openedAt + PAGE_SIZE - 1 : undefined);
  const client = useQueryClient();
  const id = listId(list);
  const { data } = useQuery(rowsQuery(list, openedAt));
  const near = useSyncExternalStore(
    viewport.subscribe,
    useCallback(() => nearRows(viewport, id, openedAt), [viewport, id, openedAt]),
  );
  const [firstInView = 0] = near.split(" ").map(Number);
  // Page 1 brings the total with it; only one who is further on has to ask. By a duration it may take longer
  // to tell, and rows do not wait for it.
  const isUntold = isRead(data) && durationRanges(list.calls.criteria).length > 0;
  const counting = useQuery({ ...totalQuery(list.calls), enabled: firstInView > 0 || isUntold });
  const counted = counting.data;
  const map = useMemo(
    () => (counted === undefined ? data : withCount(data, counted)),
    [data, counted],
  );
  const rowInView = useCallback(
    () => awaited ?? viewport.get()?.first ?? openedAt,
    [viewport, openedAt, awaited],
  );
  const wanted = useMemo(() => wantedPages(map, near, also), [map, near, also]);
  // Also while it is tried again: were it left out for then, that would be given up, it would have
  // failed once more, and so on without end.
  const hasFailed = (page: PageId) => {
    const state = client.getQueryState(pageQuery(list, page, rowInView).queryKey);
    return state !== undefined && state.status !== "success" && state.errorUpdateCount > 0;
  };
  const broken = wanted.filter(hasFailed);
  // What is near is not read ahead while what is asked for cannot be had.
  const next = broken.length > 0 ? pagesLookedAt(map, near, also) : wanted;
  const coming = next.filter((page) => !hasFailed(page)).slice(0, map.mayGrow ? 1 : PARALLEL);
  const reading = [...broken, ...coming];
  const pages = useQueries({ queries: reading.map((page) => pageQuery(list, page, rowInView)) });
  // Anchors are looked for in steps, or each row that is scrolled past would begin another search.
  const row = awaited ?? rowsInView(map, near).first;
  const isFar = isFarAway(map, row);
  const goal = row - (row % (STEP * 20));
  const anchor = useQuery({
    ...anchorQuery(list, goal, counted ?? 0),
    enabled: typeof counted === "number" && isFar,
  });

  const queries = [...pages, anchor, counting];
  const { data: calls, error: notCounted } = counting;
  const total = useMemo(() => totalOf(calls, notCounted), [calls, notCounted]);
  const retry = useCallback(() => void retryFailed(client), [client]);
  const failedPages = reading.filter((_page, index) => pages[index]?.isError === true);
  const [failed, setFailed] = useState(failedPages);
  if (failed.map(pageKey).join() !== failedPages.map(pageKey).join()) setFailed(failedPages);
  // Without a count there is no way to a row so far away.
  const needed = isFar ? [...pages, anchor, counting] : [...pages, anchor];
  const error = needed.find((query) => query.isError)?.error ?? null;
  const ready = isRead(map);
  const current = useMemo(() => ({ id, of: list, map }), [id, list, map]);
  const last = useLast(ready ? current : undefined);
  // Rows of another instance would answer clicks with "no such call".
  const isOfInstance = last?.of.calls.instance === list.calls.instance;
  const isKept = isOfInstance && (error === null || !isForbidden(error));
  return {
    list: isKept ? last : undefined,
    stale: !ready,
    loading: queries.some(({ isFetching }) => isFetching),
    retrying: queries.some(({ isError, isFetching }) => isError && isFetching),
    error,
    failed,
    total,
    retry,
  };
}

/** `first last`, in steps, of the rows in view: as text, so that equal ones are the same. */
function nearRows(viewport: Viewport, list: string, openedAt: number): string {
  const inView = viewport.get();
  // Before anything is drawn, what a screen shows: more would ask for a page that is given up at once.
  const { first, last } =
    inView?.list === list ? inView : { first: openedAt, last: openedAt + STEP - 1 };
  return `${first - (first % STEP)} ${last - (last % STEP) + STEP}`;
}

/** In rows, what of the list is in view; one that was opened past its end shows its end. */
function rowsInView(map: RowMap, near: string): { first: number; last: number } {
  const [wantedFirst = 0, wantedLast = 0] = near.split(" ").map(Number);
  const first = Math.min(wantedFirst, Math.max(0, listLength(map) - STEP));
  return { first, last: Math.max(wantedLast, first + STEP) };
}

function pagesInView(map: RowMap, near: string): PageId[] {
  const { first, last } = rowsInView(map, near);
  return pagesToRead(map, first, last);
}

/** What somebody waits for stands before what is in view. */
function pagesLookedAt(map: RowMap, near: string, also: number | undefined): PageId[] {
  const waitedFor = also === undefined ? [] : pagesToRead(map, also, also + 1);
  return eachOnce([...waitedFor, ...pagesInView(map, near)]);
}

/** What is looked at comes before what is near. */
function wantedPages(map: RowMap, near: string, also: number | undefined): PageId[] {
  const { first, last } = rowsInView(map, near);
  const around = pagesToRead(map, first - AHEAD, last + AHEAD);
  return eachOnce([...pagesLookedAt(map, near, also), ...around]);
}

function eachOnce(pages: readonly PageId[]): PageId[] {
  return [...new Map(pages.map((page) => [pageKey(page), page])).values()];
}

function totalOf(calls: number | null | undefined, error: ApiError | null): Total {
  if (typeof calls === "number") return { state: "known", count: calls };
  if (calls === null) return { state: "unknown" };
  return { state: error === null ? "counting" : "failed" };
}
