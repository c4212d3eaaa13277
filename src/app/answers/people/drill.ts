import type { ViewChange } from "#app/view/change-view.ts";
import type { SomeFigures } from "#contract/api/figures.ts";
import { withCriterion } from "#contract/filter/criteria.ts";
import { figureParts } from "#contract/filter/figure-parts.ts";
import type { Criteria } from "#contract/filter/filters.ts";
import { levelParts } from "#contract/filter/level-parts.ts";
import { pageOfPosition } from "#contract/view/page-of-position.ts";
import type { Sort } from "#contract/view/sort.ts";
import type { FigureColumn } from "./people-figure.ts";

/** Where a figure leads: to a list of exactly the calls that it counts, or to the call at a rank. */
export interface Drill {
  readonly change: ViewChange;
  /** The row to go to in a list of that order, from 0. */
  readonly goal?: { readonly sort: Sort; readonly row: number };
}

const LONGEST_FIRST: Sort = { field: "talkTime", order: "DESC" };

/**
 * The way from a figure of the calls that match `criteria`; undefined where there is none, as of no calls.
 *
 * @param seconds of the service level
 */
export function drillOf(
  column: FigureColumn,
  criteria: Criteria,
  figures: SomeFigures | undefined,
  seconds: number,
): Drill | undefined {
  const { total, answered, rejected, level, talk, satisfaction } = figures ?? {};
  switch (column) {
    case "calls":
      return toCalls(total, criteria);
    case "answered":
      return toCalls(answered, figureParts(criteria).answered);
    case "rejected":
      return toCalls(rejected, figureParts(criteria).rejected);
    case "level":
      return toCalls(level?.within, levelParts(criteria, seconds).within);
    case "mean":
      return talk?.mean === null ? undefined : toCalls(talk?.base, figureParts(criteria).talked);
    case "p90":
      return toRank(talk?.position, criteria);
    case "rated":
      return toKeys(Object.keys(satisfaction?.keys ?? {}), criteria);
    default:
      return column satisfies never;
  }
}

/** The calls with one of these keys of the survey. */
export function toKeys(keys: readonly string[], criteria: Criteria): Drill | undefined {
  return toCalls(keys.length, withCriterion(criteria, "satisfactionIndex", keys));
}

function toCalls(count: number | null | undefined, criteria: Criteria | undefined) {
  return count && criteria ? { change: { criteria } } : undefined;
}

function toRank(position: number | null | undefined, criteria: Criteria): Drill | undefined {
  const page = position ? pageOfPosition(position) : undefined;
  if (!position || page === undefined) return undefined;
  const sort = LONGEST_FIRST;
  return { change: { criteria, sort, page }, goal: { sort, row: position - 1 } };
}
