import { queryOptions } from "@tanstack/react-query";
import type { Criteria } from "#contract/filters.ts";
import { PAGE_SIZE } from "#contract/paging.ts";
import { recordsPath } from "#contract/records-request.ts";
import { recordsReplySchema } from "#contract/replies.ts";
import { DEFAULT_SORT, type Sort } from "#contract/sort.ts";
import type { AbsoluteRange } from "#contract/time-range.ts";
import { getJson } from "#app/api/get-json.ts";

/** Which calls, in which order: all that decides what a page holds, and nothing else. */
export interface Result {
  readonly instance: string;
  readonly range: AbsoluteRange;
  readonly criteria: Criteria;
  readonly sort: Sort;
}

/** What decides how many calls there are. */
type Counted = Omit<Result, "sort">;

function pathOf({ instance, range, criteria, sort }: Result, page: number, size: number): string {
  return recordsPath({ view: { instance, time: range, criteria, sort, page }, size });
}

/** One page of 100 call records. */
export function recordsQuery(result: Result, page: number) {
  return queryOptions({
    queryKey: ["records", result, page],
    queryFn: ({ signal }) => getJson(pathOf(result, page, PAGE_SIZE), recordsReplySchema, signal),
  });
}

/**
 * How many calls match: page 1 of size 1, since only page 1 counts. The sort does not change the
 * count, so it is not part of the question.
 */
export function totalQuery({ instance, range, criteria }: Counted) {
  return queryOptions({
    queryKey: ["total", { instance, range, criteria }],
    queryFn: async ({ signal }) => {
      const question = { instance, range, criteria, sort: DEFAULT_SORT };
      return (await getJson(pathOf(question, 1, 1), recordsReplySchema, signal)).total;
    },
  });
}
