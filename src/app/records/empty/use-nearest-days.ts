import { useQueries } from "@tanstack/react-query";
import type { Calendar } from "#contract/time/relative-range.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import { nearestDayQuery, SIDES, type Side } from "./nearest-calls.ts";

export interface NearestDays {
  readonly days: readonly { readonly side: Side; readonly day: AbsoluteRange }[];
  /** Whether it is known that no other time has such calls either. */
  readonly areNone: boolean;
}

/** The days beside the range that have calls which match. */
export function useNearestDays(calls: CallSet, calendar: Calendar): NearestDays {
  const found = useQueries({
    queries: SIDES.map((side) => nearestDayQuery(calls, side, calendar)),
  });
  const days = found.flatMap(({ data: day }, index) => {
    const side = SIDES[index];
    return day && side ? [{ side, day }] : [];
  });
  const areNone = found.every(({ data, isEnabled }) => !isEnabled || data === null);
  return { days, areNone };
}
