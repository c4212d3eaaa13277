import { queryOptions, skipToken, type QueryClient, type SkipToken } from "@tanstack/react-query";
import { ApiError } from "#app/api/api-error.ts";
import { getRecords } from "#app/api/get-records.ts";
import { durationRanges } from "#contract/filter/criteria.ts";
import { LATEST_ARRIVAL_MS } from "#contract/time/late-arrivals.ts";
import type { CallList, CallSet, UnpinnedCalls } from "#contract/view/call-set.ts";
import { LIST_REACH, PAGE_SIZE } from "#contract/view/paging.ts";
import { DEFAULT_SORT, readSort, type Sort } from "#contract/view/sort.ts";
import { keepNear } from "./keep-near.ts";
import { createRowMap, pageKey, type PageId, type RowMap } from "./row-map.ts";
import { withPage } from "./with-page.ts";
import { withStretch } from "./with-stretch.ts";

/** Pages held at once, however far one scrolls: two thousand calls. */
const PAGES_HELD = 20;
/** A stretch begins so that a row has some of it on either side. */
const ANCHOR_ROOM = LIST_REACH - 10 * PAGE_SIZE;

/** One count probe: page 1 of size 1, since only page 1 counts; null where even that does not say. */
export async function countCalls(
  client: QueryClient,
  calls: UnpinnedCalls,
  signal: AbortSignal,
): Promise<number | null> {
  return (await getRecords(client, calls, DEFAULT_SORT, { page: 1, size: 1 }, signal)).total;
}

/** The same where nothing can be done without the number. */
export async function countExactly(
  client: QueryClient,
  calls: UnpinnedCalls,
  signal: AbortSignal,
): Promise<number> {
  const count = await countCalls(client, calls, signal);
  if (count === null) throw new ApiError("bad_reply");
  return count;
}

/**
 * What is known of a list's rows. It is not fetched as a whole: pages, counts and anchors write
 * what they learn into it. `openedAt` is the row that is wanted first.
 */
export function rowsQuery(list: CallList, openedAt: number) {
  const empty = () => nothingKnown(list, openedAt);
  return queryOptions({
    queryKey: ["rows", list],
    queryFn: empty,
    initialData: empty,
    staleTime: Infinity,
    // Maps cannot be compared with their successors part by part.
    structuralSharing: false,
  });
}

function nothingKnown({ sort, calls: { range, asOf } }: CallList, openedAt: number): RowMap {
  return createRowMap({ sort, range, mayGrow: range.to > asOf - LATEST_ARRIVAL_MS, openedAt });
}

function learn(client: QueryClient, list: CallList, change: (map: RowMap) => RowMap) {
  const { queryKey } = rowsQuery(list, 0);
  client.setQueryData(queryKey, (map) => change(map ?? nothingKnown(list, 0)));
}

/** The order in which a list's rows were given, where it was not to be had in its own. */
export function givenSortQuery(list: CallList) {
  return queryOptions({
    queryKey: ["given-sort", list],
    queryFn: skipToken as SkipToken | (() => Promise<Sort>),
    staleTime: Infinity,
  });
}

let moment = 0;
/** Counts moments up: what matters is only which came first. */
const nextMoment = () => (moment += 1);

/** One page of a stretch of the list. */
export function pageQuery(list: CallList, id: PageId, rowInView: () => number) {
  return queryOptions({
    queryKey: ["page", list, pageKey(id)],
    queryFn: async ({ signal, client }) => {
      const askedAt = nextMoment();
      const { range, page } = id;
      const { calls, sort } = list;
      const size = { page, size: PAGE_SIZE };
      const reply = await getRecords(client, { ...calls, range }, sort, size, signal);
      const given = reply.sort === undefined ? undefined : readSort(reply.sort);
      if (given !== undefined) client.setQueryData(givenSortQuery(list).queryKey, given);
      // Page 1 of the whole counts as it lists, and spares the probe. The first count stands.
      const isWhole = range.from === calls.range.from && range.to === calls.range.to;
      const isCounted = reply.total !== null || durationRanges(calls.criteria).length === 0;
      if (page === 1 && isWhole && isCounted)
        client.setQueryData(totalQuery(calls).queryKey, (total) =>
          total === undefined ? reply.total : total,
        );
      learn(client, given === undefined ? list : { calls, sort: given }, (map) => {
        const read = withPage(map, id, reply.records, { askedAt, readAt: nextMoment() });
        return keepNear(read, rowInView(), PAGES_HELD);
      });
      return reply.requestId;
    },
    // The rows are in the map; a page that is asked for again is to be read again.
    gcTime: 0,
    staleTime: 0,
  });
}

/** How many calls match; their order does not change it. */
export function totalQuery(calls: CallSet) {
  return queryOptions({
    queryKey: ["total", calls],
    queryFn: ({ signal, client }) => countCalls(client, calls, signal),
  });
}

/** Finds a way to a row that lies beyond what the known stretches reach, if there is one. */
export function anchorQuery(list: CallList, index: number, total: number) {
  return queryOptions({
    queryKey: ["anchor", list, index, total],
    queryFn: async ({ signal, client }) => {
      // Most lists are shorter than one query reaches.
      const { findAnchor } = await import("./find-anchor.ts").catch((cause: unknown) => {
        throw new ApiError("network", {}, cause);
      });
      const anchor = await findAnchor({
        index,
        range: list.calls.range,
        order: list.sort.order,
        total,
        room: ANCHOR_ROOM,
        count: (range) => countExactly(client, { ...list.calls, range }, signal),
      });
      learn(client, list, (map) =>
        anchor === undefined
          ? { ...map, stuck: true, end: index }
          : withStretch(map, anchor.first, anchor.startTime),
      );
      return null;
    },
    gcTime: 0,
  });
}
