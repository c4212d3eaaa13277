import { queryOptions } from "@tanstack/react-query";
import type { Criteria } from "#contract/filters.ts";
import { PAGE_SIZE } from "#contract/paging.ts";
import { recordsPath } from "#contract/records-request.ts";
import { recordsReplySchema } from "#contract/replies.ts";
import { DEFAULT_SORT, type Sort } from "#contract/sort.ts";
import type { AbsoluteRange } from "#contract/time-range.ts";
import { getJson } from "#app/api/get-json.ts";
import { RECORDS_KEY } from "#app/api/query-keys.ts";

/** What decides how many calls there are. */
interface Question {
  readonly instance: string;
  readonly range: AbsoluteRange;
  readonly criteria: Criteria;
  /** The instant it is asked as of, ms: a range that ended before it may still gain late calls. */
  readonly asOf: number;
}

/** Which calls, in which order: all that decides what a page holds, and nothing else. */
export interface Result extends Question {
  readonly sort: Sort;
}

function getPage(
  question: Question & { sort?: Sort },
  page: number,
  size: number,
  signal: AbortSignal,
) {
  const { instance, range, criteria, sort = DEFAULT_SORT } = question;
  const view = { instance, time: range, criteria, sort, page };
  return getJson(recordsPath({ view, size }), recordsReplySchema, signal);
}

/** One page of 100 call records. Page 1 counts as it lists, and leaves its total to `totalQuery`. */
export function recordsQuery(result: Result, page: number) {
  return queryOptions({
    queryKey: [RECORDS_KEY, result, page],
    queryFn: async ({ signal, client }) => {
      const reply = await getPage(result, page, PAGE_SIZE, signal);
      if (page === 1) client.setQueryData(totalQuery(result).queryKey, reply.total);
      return reply;
    },
  });
}

/**
 * How many calls match: page 1 of size 1, since only page 1 counts; null where even that does not
 * say. The order does not change the count, so it is not part of the question.
 */
export function totalQuery({ instance, range, criteria, asOf }: Question) {
  const question = { instance, range, criteria, asOf };
  return queryOptions({
    queryKey: ["total", question],
    queryFn: async ({ signal }) => (await getPage(question, 1, 1, signal)).total,
  });
}
