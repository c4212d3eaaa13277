import { useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { sessionQuery } from "#app/api/session-query.ts";
import { overridingCriterion } from "#contract/filter/criteria.ts";
import { neighbourRange, widerRange } from "#contract/time/neighbour-range.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import { useView } from "./use-view.tsx";
import { forgetZoom, noteZoom, zoomedFrom } from "./zoom-trail.ts";

/** Steps from the view's time range to another; one that leads nowhere is undefined. */
export interface TimeSteps {
  readonly earlier: (() => void) | undefined;
  readonly later: (() => void) | undefined;
  /** Back out of the part that was zoomed into, or else to twice as long a range. */
  readonly out: (() => void) | undefined;
  /** Into a part of the range, to come out of again. */
  readonly into: (part: AbsoluteRange) => void;
}

/** The steps of the view in hand. Must be below a `ViewProvider`. */
export function useTimeSteps(): TimeSteps {
  const { view, asOf, change } = useView();
  const calendar = useSuspenseQuery(sessionQuery()).data;
  const { time } = view;
  // One call is looked for whenever it was.
  const isIdle = overridingCriterion(view.criteria) !== undefined;
  return useMemo(() => {
    const neighbour = (direction: -1 | 1) => {
      const next = isIdle ? undefined : neighbourRange(time, direction, asOf, calendar);
      return next && (() => change({ time: next }));
    };
    const wider = isIdle ? undefined : (zoomedFrom(time) ?? widerRange(time, asOf, calendar));
    return {
      earlier: neighbour(-1),
      later: neighbour(1),
      out:
        wider &&
        (() => {
          forgetZoom(time);
          change({ time: wider });
        }),
      into: (part) => {
        noteZoom(time, part);
        change({ time: part });
      },
    };
  }, [time, asOf, calendar, isIdle, change]);
}
