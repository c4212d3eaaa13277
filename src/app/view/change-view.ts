import { DURATION_KEYS } from "#contract/filter/filters.ts";
import { naturalSort } from "#contract/view/natural-sort.ts";
import { DEFAULT_SORT, type Sort } from "#contract/view/sort.ts";
import type { View } from "#contract/view/view.ts";

/** A part of the view to change; `undefined` takes an optional part away. */
export type ViewChange = { readonly [K in keyof View]?: View[K] | undefined };

/** The keys that do not change which calls match or in which order. */
const WITHIN_LIST: ReadonlySet<string> = new Set<keyof View>([
  "page",
  "record",
  "position",
  "beside",
  "columns",
  "show",
  "per",
  "order",
  "compare",
  "level",
  "sample",
  "within",
  "chart",
]);

/** `view` with the change applied. Another list starts at page 1. */
export function changeView(view: View, change: ViewChange): View {
  const isSameList = Object.keys(change).every((key) => WITHIN_LIST.has(key));
  const isOther = "record" in change && change.record !== view.record;
  const isElsewhere = "instance" in change && change.instance !== view.instance;
  const sort = sortByChange(view, change);
  const merged = {
    ...view,
    ...(isSameList ? {} : { page: 1 }),
    ...(sort && { sort }),
    // A place in one recording is none in another.
    ...(isOther && { position: undefined }),
    // A call is one of its instance's.
    ...(isElsewhere && { beside: undefined }),
    ...change,
  };
  // The cast drops `undefined` from optional parts only: a caller has no reason to take away a
  // required one, and the codec would write its default if one did.
  return Object.fromEntries(
    Object.entries(merged).filter(([, value]) => value !== undefined),
  ) as unknown as View;
}

/**
 * Calls by a duration are found in the order of it, so that is how they are shown at first, until somebody
 * chooses another. Without the duration its order is nobody's choice any more.
 */
function sortByChange(view: View, { criteria }: ViewChange): Sort | undefined {
  if (criteria === undefined) return undefined;
  const changed = DURATION_KEYS.filter((key) => criteria[key] !== view.criteria[key]);
  const set = changed.find((key) => criteria[key] !== undefined);
  if (set !== undefined) return naturalSort({ [set]: criteria[set] });
  return changed.some((key) => key === view.sort.field)
    ? (naturalSort(criteria) ?? DEFAULT_SORT)
    : undefined;
}
