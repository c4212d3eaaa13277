import {
  CRITERION_KEYS,
  FILTERS,
  isFacet,
  type CriterionKey,
  type FacetKey,
} from "#contract/filter/filters.ts";

/** One block of the panel: a filter of its own, or the phone filters together. */
export interface PanelSection {
  readonly id: string;
  readonly filters: readonly CriterionKey[];
}

/** The id of the block of phone filters. */
export const PHONES = "phones";

/**
 * The blocks in the order of FILTERS; neighbours of kind `phone` share one, since they are three
 * ways to ask for a number.
 */
export const PANEL_SECTIONS: readonly PanelSection[] = CRITERION_KEYS.reduce<PanelSection[]>(
  (sections, key) => {
    const last = sections.at(-1);
    const isPhone = FILTERS[key].kind === "phone";
    if (isPhone && last?.id === PHONES)
      return [...sections.slice(0, -1), { ...last, filters: [...last.filters, key] }];
    return [...sections, { id: isPhone ? PHONES : key, filters: [key] }];
  },
  [],
);

/** Facets but for these start folded, unless the link sets them: only what is open is counted. */
const OPEN_FACETS: ReadonlySet<string> = new Set<FacetKey>([
  "contactDisposition",
  "satisfactionIndex",
]);

/** Whether a block is open as long as nobody folded or unfolded it. */
export function isOpenAtFirst({ id, filters }: PanelSection): boolean {
  return OPEN_FACETS.has(id) || !filters.some(isFacet);
}
