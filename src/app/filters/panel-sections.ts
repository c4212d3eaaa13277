import {
  CRITERION_KEYS,
  FILTERS,
  isFacet,
  type CriterionKey,
  type FacetKey,
  type FilterKind,
} from "#contract/filter/filters.ts";

/** One block of the panel: a filter of its own, or several of a kind together. */
export interface PanelSection {
  readonly id: string;
  readonly filters: readonly CriterionKey[];
}

/** The ids of the blocks of phone filters, and of durations. */
export const PHONES = "phones";
export const DURATIONS = "durations";

/** The kinds of which neighbours share a block: three ways to ask for a number, six things that take time. */
const SHARED: Partial<Record<FilterKind, string>> = { phone: PHONES, duration: DURATIONS };

/** True for a block of several filters, which has a name of its own. */
export function isShared(id: string): id is typeof PHONES | typeof DURATIONS {
  return id === PHONES || id === DURATIONS;
}

/** The blocks in the order of FILTERS. */
export const PANEL_SECTIONS: readonly PanelSection[] = CRITERION_KEYS.reduce<PanelSection[]>(
  (sections, key) => {
    const last = sections.at(-1);
    const shared = SHARED[FILTERS[key].kind];
    if (shared !== undefined && last?.id === shared)
      return [...sections.slice(0, -1), { ...last, filters: [...last.filters, key] }];
    return [...sections, { id: shared ?? key, filters: [key] }];
  },
  [],
);

/** Facets but for these start folded, unless the link sets them: only what is open is counted. */
const OPEN_FACETS: ReadonlySet<string> = new Set<FacetKey>([
  "contactDisposition",
  "satisfactionIndex",
]);

/** Whether a block is open as long as nobody folded or unfolded it. Six durations take much room. */
export function isOpenAtFirst({ id, filters }: PanelSection): boolean {
  return OPEN_FACETS.has(id) || (id !== DURATIONS && !filters.some(isFacet));
}
