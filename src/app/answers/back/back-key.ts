import type { QueryClient } from "@tanstack/react-query";
import type { TimeRange } from "#contract/time/time-range.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import type { BackList } from "./back-list.ts";

/** Calls that are asked about, and the time that stands in the view for their range. */
export interface AskedCalls {
  readonly calls: CallSet;
  readonly time: TimeRange;
}

export type BackKey = readonly [
  "call-back",
  string,
  CallSet["criteria"],
  time: TimeRange,
  calls: CallSet,
];

/** The name under which a list is kept. */
export function backKey({ calls, time }: AskedCalls): BackKey {
  return ["call-back", calls.instance, calls.criteria, time, calls];
}

/** Whether two lists are of one view, whenever it was looked at. Another day is another view. */
export function isSameView(asked: AskedCalls, queryKey: readonly unknown[] | undefined): boolean {
  return viewOf(queryKey) === viewOf(backKey(asked));
}

const viewOf = (key: readonly unknown[] | undefined) => JSON.stringify(key?.slice(0, 4));

/** The last list of the same view that is whole. */
export function lastList(client: QueryClient, asked: AskedCalls): BackList | undefined {
  const known = client
    .getQueryCache()
    .findAll({
      queryKey: ["call-back"],
      // Of a key with criteria the cache would find those of narrower ones, too.
      predicate: ({ queryKey }) => isSameView(asked, queryKey),
    })
    .toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
    .map(({ queryKey }) => client.getQueryData<BackList>(queryKey));
  return known.find((list) => list?.end !== undefined);
}
