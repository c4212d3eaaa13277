import { CRITERION_KEYS, FILTERS, type Criteria, type CriterionKey } from "#contract/filters.ts";
import { isRelative, resolveTimeRange, type TimeRange } from "#contract/time-range.ts";
import { countedView, type Counted } from "#app/api/counted-view.ts";

/** A change of the view that may bring calls, and the view of the question how many. */
export type WayOut =
  | { readonly without: CriterionKey; readonly criteria: Criteria; readonly view: string }
  | { readonly time: TimeRange; readonly view: string };

const WIDEST = { relative: "last30d" } as const satisfies TimeRange;

/**
 * What could be changed where no call matches: each criterion by itself, and the time range. One call
 * is looked for by its id whatever else is asked, so there is nothing to take away but the id.
 *
 * @param asOf ms, the instant that the view is pinned to
 */
export function waysOut(
  counted: Counted,
  time: TimeRange,
  asOf: number,
  timeZone: string,
): readonly WayOut[] {
  const { criteria, instance } = counted;
  const active = CRITERION_KEYS.filter((key) => criteria[key] !== undefined);
  if (active.some((key) => "overrides" in FILTERS[key])) return [];
  const without = active.map((key) => {
    const { [key]: _taken, ...rest } = criteria;
    // What is left of Criteria without one of its optional keys is still Criteria.
    const others = rest as Criteria;
    return {
      without: key,
      criteria: others,
      view: countedView({ ...counted, criteria: others }),
    };
  });
  if (isRelative(time) && time.relative === WIDEST.relative) return without;
  const range = resolveTimeRange(WIDEST, asOf, timeZone);
  return [...without, { time: WIDEST, view: countedView({ instance, range, criteria }) }];
}
