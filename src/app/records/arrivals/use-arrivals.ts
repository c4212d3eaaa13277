import { queryOptions, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useLapse } from "#app/api/lapse.ts";
import { sessionQuery } from "#app/api/session-query.ts";
import { countCalls } from "#app/records/list/rows-query.ts";
import { useView } from "#app/view/use-view.tsx";
import { durationRanges } from "#contract/filter/criteria.ts";
import { isRelative, pinInstant } from "#contract/time/time-range.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import { isOpen } from "./is-open.ts";

const POLL_MS = 15_000;
/** Nobody looks, but the title of the tab tells how many have come. */
const POLL_HIDDEN_MS = 30_000;

/** By a duration a count is a search, and each poll would be another: what began since then is found soon. */
function isSearched({ criteria }: CallSet): boolean {
  return durationRanges(criteria).length > 0;
}

/**
 * How many calls match by now, or began since and match: polled, and null before the first poll, since right after the pin
 * nothing is new. Until `end`, ms, where the range has one of its own.
 */
function countByNowQuery(calls: CallSet, end: number | undefined, now: () => number) {
  const { instance, range, criteria, asOf } = calls;
  const from = isSearched(calls) ? range.to + 1 : range.from;
  return queryOptions({
    // Of the pin only the instant, so that each begins anew. The moving end is what is asked about:
    // in the key every poll would be another query, and the number would vanish meanwhile.
    queryKey: ["countByNow", { instance, from, end, criteria, asOf }],
    queryFn: ({ signal, client }) => {
      const to = Math.max(from, Math.min(pinInstant(now()), end ?? Infinity));
      return countCalls(client, { instance, range: { from, to }, criteria }, signal);
    },
    // The last number stays, and the next poll is near.
    meta: { mayFail: true },
    initialData: null,
    refetchInterval: () => (document.visibilityState === "hidden" ? POLL_HIDDEN_MS : POLL_MS),
    refetchIntervalInBackground: true,
    refetchOnWindowFocus: "always",
    gcTime: 0,
  });
}

/**
 * How many calls there are by now that a pinned set does not have. Undefined while it is not
 * known, as where the set is not counted, and where none can come.
 *
 * @param calls the view's own, and not the earlier one that may still be on screen
 */
export function useArrivals(calls: CallSet, total: number | undefined): number | undefined {
  return useNewCalls(calls, total, true);
}

/** The same as it is known by {@link useArrivals}, which alone asks for it. */
export function useArrivalsSoFar(calls: CallSet, total: number | undefined): number | undefined {
  return useNewCalls(calls, total, false);
}

function useNewCalls(calls: CallSet, total: number | undefined, isAsked: boolean) {
  const { view } = useView();
  const { now } = useSuspenseQuery(sessionQuery()).data;
  const end = isRelative(view.time) ? undefined : view.time.to;
  // Nobody is told anything while nobody is signed in.
  const isLapsed = useLapse() !== "none";
  const enabled = total !== undefined && isOpen(calls);
  const { data } = useQuery({
    ...countByNowQuery(calls, end, now),
    enabled: enabled && !isLapsed,
    ...(!isAsked && { refetchInterval: false, refetchOnWindowFocus: false }),
  });
  if (!enabled || data === null) return undefined;
  return isSearched(calls) ? data : Math.max(0, data - total);
}
