import { createChoice, usePreference } from "#app/ui/preference.ts";
import { useComparison } from "#app/view/use-comparison.ts";
import { FACET_ORDERS, type FacetOrder } from "./arrange-values.ts";

const FACET_ORDER = createChoice("callscope.facet-order", FACET_ORDERS);

/** The order of the values in all facets, and how to choose another. By change only while compared. */
export function useFacetOrder(): [FacetOrder, (order: FacetOrder) => void] {
  const [compares] = useComparison();
  const [order = "listed", setOrder] = usePreference(FACET_ORDER);
  return [order === "change" && !compares ? "listed" : order, setOrder];
}
