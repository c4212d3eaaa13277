import { useCallback } from "react";
import type { CriterionKey, FilterValue } from "#contract/filters.ts";
import { useView } from "#app/view/use-view.tsx";
import { withCriterion } from "./with-criterion.ts";

/** One criterion of the view, and how to change it. */
export function useCriterion<F extends CriterionKey>(
  filter: F,
): [FilterValue<F> | undefined, (value: FilterValue<F> | undefined) => void] {
  const { view, change } = useView();
  const set = useCallback(
    (value: FilterValue<F> | undefined) =>
      change(({ criteria }) => ({ criteria: withCriterion(criteria, filter, value) })),
    [change, filter],
  );
  // A criterion's key and value come from the same row of FILTERS.
  return [view.criteria[filter] as FilterValue<F> | undefined, set];
}
