import { queryOptions, type QueryClient } from "@tanstack/react-query";
import type { Criteria } from "#contract/filter/filters.ts";
import { LATEST_ARRIVAL_MS } from "#contract/time/late-arrivals.ts";
import { MAX_REACHABLE, PAGE_SIZE } from "#contract/view/paging.ts";
import { recordsPath } from "#contract/api/records-request.ts";
import { recordsReplySchema } from "#contract/api/replies.ts";
import { DEFAULT_SORT, type Sort } from "#contract/view/sort.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import { ApiError } from "#app/api/api-error.ts";
import { getJson } from "#app/api/get-json.ts";
import { spend } from "#app/api/upstream-budget.ts";
import { findAnchor } from "./find-anchor.ts";
import { keepNear } from "./keep-near.ts";
import { createRowMap, pageKey, type PageId, type RowMap } from "./row-map.ts";
import { withPage } from "./with-page.ts";
import { withStretch } from "./with-stretch.ts";

/** What decides how many calls there are. */
export interface Question {
  readonly instance: string;
  readonly range: AbsoluteRange;
  readonly criteria: Criteria;
  /** The instant it is asked as of, ms: a range that ended before it may still gain late calls. */
  readonly asOf: number;
}

/** Which calls, in which order: all that decides what a list holds, and nothing else. */
export interface Result extends Question {
  readonly sort: Sort;
}

/** Pages held at once, however far one scrolls: two thousand calls. */
const PAGES_HELD = 20;
/** A stretch begins so that a row has some of it on either side. */
const ANCHOR_ROOM = MAX_REACHABLE - 10 * PAGE_SIZE;

async function getPage(
  question: Omit<Question, "asOf"> & { sort?: Sort },
  page: number,
  size: number,
  signal: AbortSignal,
) {
  const { instance, range, criteria, sort = DEFAULT_SORT } = question;
  const view = { instance, time: range, criteria, sort, page };
  const reply = await getJson(recordsPath({ view, size }), recordsReplySchema, signal);
  spend(reply.spent);
  return reply;
}

/** One count probe: page 1 of size 1, since only page 1 counts; null where even that does not say. */
export async function countCalls(
  question: Omit<Question, "asOf">,
  signal: AbortSignal,
): Promise<number | null> {
  return (await getPage(question, 1, 1, signal)).total;
}

/** The same where nothing can be done without the number. */
export async function countExactly(
  question: Omit<Question, "asOf">,
  signal: AbortSignal,
): Promise<number> {
  const calls = await countCalls(question, signal);
  if (calls === null) throw new ApiError("bad_reply");
  return calls;
}

/**
 * What is known of a result's rows. It is not fetched as a whole: pages, counts and anchors write
 * what they learn into it. `openedAt` is the row that is wanted first.
 */
export function rowsQuery(result: Result, openedAt: number) {
  const { sort, range, asOf } = result;
  const mayGrow = range.to > asOf - LATEST_ARRIVAL_MS;
  const empty = () => createRowMap({ sort, range, mayGrow, openedAt });
  return queryOptions({
    queryKey: ["rows", result],
    queryFn: empty,
    initialData: empty,
    staleTime: Infinity,
    // Maps cannot be compared with their successors part by part.
    structuralSharing: false,
  });
}

function learn(client: QueryClient, result: Result, change: (map: RowMap) => RowMap) {
  client.setQueryData(rowsQuery(result, 0).queryKey, (map) => map && change(map));
}

let moment = 0;
/** Counts moments up: what matters is only which came first. */
const nextMoment = () => (moment += 1);

/** One page of a stretch of the result. */
export function pageQuery(result: Result, id: PageId, rowInView: () => number) {
  return queryOptions({
    queryKey: ["page", result, pageKey(id)],
    queryFn: async ({ signal, client }) => {
      const askedAt = nextMoment();
      const { range, page } = id;
      const reply = await getPage({ ...result, range }, page, PAGE_SIZE, signal);
      // Page 1 of the whole counts as it lists, and spares the probe. The first count stands.
      const isWhole = range.from === result.range.from && range.to === result.range.to;
      if (page === 1 && isWhole)
        client.setQueryData(totalQuery(result).queryKey, (total) =>
          total === undefined ? reply.total : total,
        );
      learn(client, result, (map) => {
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

/** How many calls match. The order does not change the count, so it is not part of the question. */
export function totalQuery(result: Result) {
  const { instance, range, criteria, asOf } = result;
  const question = { instance, range, criteria, asOf };
  return queryOptions({
    queryKey: ["total", question],
    queryFn: ({ signal }) => countCalls(question, signal),
  });
}

/** Finds a way to a row that lies beyond what the known stretches reach, if there is one. */
export function anchorQuery(result: Result, index: number, total: number) {
  return queryOptions({
    queryKey: ["anchor", result, index, total],
    queryFn: async ({ signal, client }) => {
      const anchor = await findAnchor({
        index,
        range: result.range,
        order: result.sort.order,
        total,
        room: ANCHOR_ROOM,
        count: (range) => countExactly({ ...result, range }, signal),
      });
      learn(client, result, (map) =>
        anchor === undefined
          ? { ...map, stuck: true, end: index }
          : withStretch(map, anchor.first, anchor.startTime),
      );
      return null;
    },
    gcTime: 0,
  });
}
