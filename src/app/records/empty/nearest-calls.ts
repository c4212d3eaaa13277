import { queryOptions } from "@tanstack/react-query";
import { getRecords } from "#app/api/get-records.ts";
import { durationRanges, overridingCriterion } from "#contract/filter/criteria.ts";
import { wholeOf, type Calendar } from "#contract/time/relative-range.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import type { CallSet } from "#contract/view/call-set.ts";

/** Where calls may be that the range does not have. */
export const SIDES = ["earlier", "later"] as const;
/** One of {@link SIDES}. */
export type Side = (typeof SIDES)[number];

/** What lies on that side of a range, up to the instant that the view is pinned to. */
function beside({ range, asOf }: CallSet, side: Side): AbsoluteRange {
  return side === "earlier" ? { from: 0, to: range.from - 1 } : { from: range.to + 1, to: asOf };
}

/**
 * The day of the call that is nearest to the range and matches all the same; null where there is none.
 * One upstream call.
 */
export function nearestDayQuery(calls: CallSet, side: Side, calendar: Calendar) {
  const range = beside(calls, side);
  return queryOptions({
    queryKey: ["nearest", calls, side, range, calendar] as const,
    queryFn: async ({ signal, client }): Promise<AbsoluteRange | null> => {
      const sort = { field: "startTime", order: side === "earlier" ? "DESC" : "ASC" } as const;
      const size = { page: 1, size: 1 };
      const { records } = await getRecords(client, { ...calls, range }, sort, size, signal);
      const start = records[0]?.startTime;
      if (start === undefined) return null;
      const { from, end } = wholeOf("today", start, calendar);
      return { from, to: end - 1 };
    },
    // A call that is looked for by its id is found whatever the range; by a duration none is the nearest, but
    // the longest.
    enabled:
      range.from <= range.to &&
      overridingCriterion(calls.criteria) === undefined &&
      durationRanges(calls.criteria).length === 0,
  });
}
