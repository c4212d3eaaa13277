import { useCallback } from "react";
import { isSameColumns } from "#contract/view/columns.ts";
import { readView, viewSearch } from "#contract/view/view-codec.ts";
import type { View } from "#contract/view/view.ts";
import { changeView, type ViewChange } from "./change-view.ts";
import { locationSearch } from "./location-store.ts";
import { useBuiltInColumns, useColumns } from "./use-columns.ts";
import { useView } from "./use-view.tsx";

/**
 * The address of the view, changed as given, that shows a colleague the same calls tomorrow: a
 * relative range would by then mean other days, so the link carries the instance and the instants.
 * It carries the columns on screen, too, unless nobody chose them.
 */
export function usePinnedLink(): (change?: ViewChange) => string {
  const { instance, range } = useView();
  const { columns } = useColumns();
  const builtIn = useBuiltInColumns();
  return useCallback(
    (change = {}) => {
      // From the address, so that the function stays the same from page to page.
      const view = readView(new URLSearchParams(locationSearch())).view;
      const { columns: _linked, ...others } = view;
      const pinned: View = {
        ...others,
        time: range,
        ...(instance !== undefined && { instance }),
        // By this screen's built-in ones: a phone's few columns are no wish for a colleague's desk.
        ...(!isSameColumns(columns, builtIn) && { columns }),
      };
      return location.origin + location.pathname + viewSearch(changeView(pinned, change));
    },
    [instance, range, columns, builtIn],
  );
}
