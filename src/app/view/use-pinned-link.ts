import { useCallback } from "react";
import { viewSearch } from "#contract/view-codec.ts";
import { changeView, type ViewChange } from "./change-view.ts";
import { useView } from "./use-view.tsx";

/**
 * The address of the view, changed as given, that shows a colleague the same calls tomorrow: a
 * relative range would by then mean other days, so the link carries the instance and the instants.
 */
export function usePinnedLink(): (change?: ViewChange) => string {
  const { view, instance, range } = useView();
  return useCallback(
    (change = {}) => {
      const pinned = { ...view, time: range, ...(instance !== undefined && { instance }) };
      return location.origin + location.pathname + viewSearch(changeView(pinned, change));
    },
    [view, instance, range],
  );
}
