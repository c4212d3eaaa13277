import { useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { sessionQuery } from "#app/api/session-query.ts";
import { overridingCriterion } from "#contract/filter/criteria.ts";
import { neighbourRange } from "#contract/time/neighbour-range.ts";
import { useView } from "./use-view.tsx";
import { useZoom } from "./use-zoom.ts";
import { rangeAround } from "./zoom-trail.ts";

/** Steps from the view's time range to another; one that leads nowhere is undefined. */
export interface TimeSteps {
  readonly earlier: (() => void) | undefined;
  readonly later: (() => void) | undefined;
  readonly out: (() => void) | undefined;
}

/** The steps of the view in hand. Must be below a `ViewProvider`. */
export function useTimeSteps(): TimeSteps {
  const { view, asOf, change } = useView();
  const calendar = useSuspenseQuery(sessionQuery()).data;
  const { out } = useZoom(asOf);
  const { time } = view;
  // One call is looked for whenever it was.
  const isIdle = overridingCriterion(view.criteria) !== undefined;
  return useMemo(() => {
    const neighbour = (direction: -1 | 1) => {
      const next = isIdle ? undefined : neighbourRange(time, direction, asOf, calendar);
      return next && (() => change({ time: next }));
    };
    const isAround = !isIdle && rangeAround(time, asOf, calendar) !== undefined;
    return { earlier: neighbour(-1), later: neighbour(1), out: isAround ? out : undefined };
  }, [time, asOf, calendar, isIdle, change, out]);
}
