import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { countsQuery } from "#app/api/counts-query.ts";
import { useCounting, type Counting } from "#app/overview/counting/use-counting.ts";
import { useLast } from "#app/ui/use-last.ts";
import { earlierEdges, type EarlierPeriod } from "#contract/time/earlier-period.ts";
import { bucketsOf, type TimeStep } from "#contract/time/time-buckets.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import { readBuckets, withStale, type Bucket } from "./histogram-buckets.ts";

export interface HistogramInHand {
  readonly step: TimeStep;
  readonly buckets: readonly Bucket[];
  /** The same buckets of the earlier period that they are held against. */
  readonly earlier: readonly Bucket[] | undefined;
  readonly counting: Counting;
}

/** The calls over time of a view, as they become known. */
export function useHistogram(
  calls: CallSet,
  timeZone: string,
  isShown: boolean,
  period: EarlierPeriod | undefined,
): HistogramInHand {
  const { range } = calls;
  const { step, edges } = useMemo(() => bucketsOf(range, timeZone), [range, timeZone]);
  const before = useMemo(
    () => period && earlierEdges(edges, period, timeZone),
    [edges, period, timeZone],
  );
  const now = useTimes(calls, edges, isShown);
  const then = useTimes(calls, before ?? edges, isShown && before !== undefined);
  const hasFailed = now.isError && !now.isFetching;
  const counts = useMemo(
    () => readBuckets(edges, now.data, hasFailed),
    [edges, now.data, hasFailed],
  );
  const buckets = useStale(calls, counts, now.data?.isWhole === true);
  const hasEarlierFailed = then.isError && !then.isFetching;
  const earlier = useMemo(
    () => before && readBuckets(before, then.data, hasEarlierFailed),
    [before, then.data, hasEarlierFailed],
  );
  return { step, buckets, earlier, counting: useCounting(calls, [now], [then]) };
}

/** The buckets with what they had before a refresh, until they are counted anew. */
function useStale(
  { instance, criteria }: CallSet,
  buckets: readonly Bucket[],
  isWhole: boolean,
): readonly Bucket[] {
  const whole = useMemo(
    () => (isWhole ? { instance, criteria, buckets } : undefined),
    [isWhole, instance, criteria, buckets],
  );
  const last = useLast(whole);
  const isSame = last?.instance === instance && last.criteria === criteria;
  const before = isSame && last !== whole ? last.buckets : undefined;
  return useMemo(() => (before ? withStale(buckets, before) : buckets), [buckets, before]);
}

/** How many calls began between the edges, of those that meet the view's criteria. */
function useTimes(calls: CallSet, edges: readonly number[], enabled: boolean) {
  const query = useMemo(() => {
    const range = { from: edges[0] ?? 0, to: (edges.at(-1) ?? 1) - 1 };
    return countsQuery({ ...calls, range }, { of: "times", edges: [...edges] });
  }, [calls, edges]);
  return useQuery({ ...query, enabled });
}
