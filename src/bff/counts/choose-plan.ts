import type { Ask } from "#contract/api/asks.ts";
import { MOST_HOURS } from "#contract/api/count-limits.ts";
import type { CountPlan } from "#contract/api/counts.ts";
import { FILTERS, type FacetKey } from "#contract/filter/filters.ts";
import { MAX_PAGE, MOST_SORTED } from "#contract/record/list-limits.ts";
import { HOUR_MS } from "#contract/time/durations.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import { PAGE_SIZE } from "#contract/view/paging.ts";
import { toneProbesOf } from "./probe-tones.ts";

const MOST_PAGES = MOST_SORTED / PAGE_SIZE;
/** Of people and of the customer's own words: how many values are counted that nobody asked for by name. */
export const MOST_LEARNED = 10;

/** Upstream calls that a question for ranks may cost: page numbers reach some 50,000 calls by them. */
export const MOST_RANK_CALLS = 100;

/** Upstream calls that a question for a service level may cost, as many for each of its ranks as above. */
export const MOST_LEVEL_CALLS = 200;

/** The same of one of many rows: a screen of them must not cost what one figure may. */
export const MOST_FIGURE_RANK_CALLS = 60;
export const MOST_FIGURE_LEVEL_CALLS = 48;
/** Parts, the newest page, and keys of a survey. */
const MOST_FIGURE_CALLS = MOST_FIGURE_RANK_CALLS + MOST_FIGURE_LEVEL_CALLS + 20;

/** Pages that are read to learn whom calls name. */
export const MOST_PEOPLE_CALLS = 10;

/** Upstream calls that the durations of the calls of each hour may cost: to find those that have one, and to read them. */
const MOST_SPENT_CALLS = MOST_PAGES + MOST_RANK_CALLS;

/**
 * The upstream calls that a question may take by probes, at most. The count of all its calls is not among them.
 *
 * @param range that of its calls, where it is known already
 */
export function probesOf(ask: Ask, range?: AbsoluteRange): number {
  switch (ask.of) {
    case "total":
      return 0;
    case "facet":
      return valuesOf(ask.facet) + (ask.extra?.length ?? 0);
    case "times":
      return ask.edges.length - 2 + toneProbesOf(ask.edges.length - 1);
    case "hours":
      return ask.field === undefined ? hoursIn(range) : MOST_SPENT_CALLS;
    case "ranks":
      return MOST_RANK_CALLS;
    case "level":
      return MOST_LEVEL_CALLS;
    case "figures":
      // As far as page numbers reach; of each a count, and a last page that is not full.
      return ask.people === undefined ? MOST_FIGURE_CALLS : MAX_PAGE + 2 * ask.people.ids.length;
    // Where the calls are not read figures of each are asked for next.
    case "people":
      return MAX_PAGE;
    default:
      return ask satisfies never;
  }
}

function hoursIn(range: AbsoluteRange | undefined): number {
  return range === undefined
    ? MOST_HOURS
    : Math.min(MOST_HOURS, Math.ceil((range.to - range.from) / HOUR_MS) + 1);
}

/** Bars, ranks, and what reads many pages cost the most, and rows and facets say much without them. */
export function isCostly(ask: Ask): boolean {
  return ask.of === "figures" ? ask.people !== undefined : COSTLY.includes(ask.of);
}

const COSTLY: readonly Ask["of"][] = ["times", "hours", "ranks", "level", "people"];

function valuesOf(facet: FacetKey): number {
  const row = FILTERS[facet];
  return "options" in row ? row.options.length : MOST_LEARNED;
}

/**
 * The cheaper exact way to answer questions about the same calls: by reading all of them, or by count
 * probes.
 *
 * @param range that of the calls
 * @param knownPages how many of the first so many pages need not be called for; asked only where
 *   the pages are few, since a total may be anything
 */
export function choosePlan(
  total: number,
  asks: readonly Ask[],
  range: AbsoluteRange,
  knownPages: (pages: number) => number,
): CountPlan {
  const pages = Math.ceil(total / PAGE_SIZE);
  if (pages > MOST_PAGES) return "probes";
  const probes = asks.reduce((sum, ask) => sum + probesOf(ask, range), 0);
  return pages - knownPages(pages) < probes ? "pages" : "probes";
}
