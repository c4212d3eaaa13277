import { useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { sessionQuery } from "#app/api/session-query.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import type { ViewChange } from "./change-view.ts";
import { useChange } from "./use-view.tsx";
import { forgetZoom, noteZoom, rangeAround } from "./zoom-trail.ts";

interface Zoom {
  /** Into a part of the range, to come out of again; `also` changes with it, in one step. */
  readonly into: (part: AbsoluteRange, also?: ViewChange) => void;
  /** Back to where one came from, or else to a range twice as long; all that is kept has none around it. */
  readonly out: () => void;
}

/** In and out of the view's time range, for what need not follow it. Must be below a `ViewProvider`. */
export function useZoom(asOf: number): Zoom {
  const change = useChange();
  const calendar = useSuspenseQuery(sessionQuery()).data;
  return useMemo(
    () => ({
      into: (part, also) =>
        change(({ time }) => {
          noteZoom(time, part);
          return { ...also, time: part };
        }),
      out: () =>
        change(({ time }) => {
          const around = rangeAround(time, asOf, calendar);
          forgetZoom(time);
          return around === undefined ? {} : { time: around };
        }),
    }),
    [change, calendar, asOf],
  );
}
