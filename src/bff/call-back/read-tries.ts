import type { AskingFor, CallReader } from "#bff/calls/call-reader.ts";
import { pagesInOrder } from "#bff/calls/pages-in-order.ts";
import { readSlice } from "#bff/calls/read-slice.ts";
import { tooManyCalls } from "#bff/durations/too-many-calls.ts";
import { durationRanges } from "#contract/filter/criteria.ts";
import { isLost } from "#contract/filter/lost-calls.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { MAX_PAGE_SIZE, MOST_SORTED } from "#contract/record/list-limits.ts";
import type { UnpinnedCalls } from "#contract/view/call-set.ts";
import { DEFAULT_SORT } from "#contract/view/sort.ts";

export interface Tries {
  /** The latest first. */
  readonly calls: readonly CallRecord[];
  /** How many there are. */
  readonly total: number;
  /** Why some of the latest are missing, where pages behind the first failed. */
  readonly failure?: unknown;
}

const PAGES_AHEAD = 4;

/**
 * The latest calls of a set of those that reached nobody, at most so many.
 *
 * @throws what the first page throws; BffError `too_many_calls` where by a duration they have no order in time
 */
export async function readTries(
  reader: CallReader,
  set: UnpinnedCalls,
  most: number,
  asking: AskingFor,
): Promise<Tries> {
  const [byDuration] = durationRanges(set.criteria);
  if (byDuration !== undefined) {
    const total = await reader.count(set, { ...asking, purpose: "facets", enough: MOST_SORTED });
    if (total > MOST_SORTED) throw tooManyCalls(byDuration[0]);
  }
  const mayGrow = reader.mayGrow(set);
  const seen = new Set<string>();
  const pages = readSlice(set, DEFAULT_SORT, {
    page: pagesInOrder(reader, { ...asking, purpose: "facets" }, mayGrow),
    mayGrow,
    most: Math.ceil(most / MAX_PAGE_SIZE),
    ahead: PAGES_AHEAD,
    seen,
  });
  const calls: CallRecord[] = [];
  let failure: unknown;
  let areAll = false;
  try {
    for (;;) {
      const { done, value } = await pages.next();
      if (done === true) {
        areAll = !value.isCut;
        break;
      }
      // The upstream heeds nothing beside an id.
      calls.push(...value.filter(isLost));
    }
  } catch (error) {
    if (calls.length === 0 || asking.signal.aborted) throw error;
    failure = error;
  }
  // The first page has told it, and it is kept.
  const total = areAll ? 0 : await reader.count(set, { ...asking, purpose: "facets" });
  return {
    calls: calls.slice(0, most),
    total: Math.max(total, calls.length),
    ...(failure !== undefined && { failure }),
  };
}
