import { useCallback } from "react";
import { useChange } from "#app/view/use-view.tsx";
import { withCriterion } from "#contract/filter/criteria.ts";
import type { CriterionKey, FilterValue } from "#contract/filter/filters.ts";

/** How to change one criterion of the view; the function stays the same. */
export function useSetCriterion<F extends CriterionKey>(
  filter: F,
): (value: FilterValue<F> | undefined) => void {
  const change = useChange();
  return useCallback(
    (value) => change(({ criteria }) => ({ criteria: withCriterion(criteria, filter, value) })),
    [change, filter],
  );
}
