import type { ReactNode } from "react";
import { useCriteria, useViewPending } from "#app/view/use-view.tsx";
import { CRITERION_KEYS, type Criteria, type FacetKey } from "#contract/filter/filters.ts";
import type { CallSet } from "#contract/view/call-set.ts";
import type { FacetCounts } from "./use-facet-counts.ts";

interface CountsGroupProps {
  facet: FacetKey;
  label: string;
  state: FacetCounts["state"];
  /** The calls that are counted. */
  calls: CallSet | undefined;
  children: ReactNode;
}

/** Whether two views differ in the facet's own criterion, of which its counts know nothing, and in no other. */
function differInOwn(facet: FacetKey, a: Criteria, b: Criteria): boolean {
  return a !== b && CRITERION_KEYS.every((key) => key === facet || a[key] === b[key]);
}

/**
 * The group of a facet's values, which says how far they are counted: `known`, `partial` or `failed`.
 * What is counted follows a tick a moment later, and until then is not known of the new view.
 */
export function CountsGroup({ facet, label, state, calls, children }: CountsGroupProps) {
  const isPending = useViewPending();
  const { criteria } = useCriteria();
  const isPresent =
    !isPending || (calls !== undefined && differInOwn(facet, criteria, calls.criteria));
  const shown = state === "known" && !isPresent ? "partial" : state;
  return (
    <div
      role="group"
      aria-label={label}
      aria-busy={shown === "partial" || undefined}
      data-counts={shown}
    >
      {children}
    </div>
  );
}
