import { useCallback } from "react";
import { isSameColumns } from "#contract/view/columns.ts";
import { linkSearch } from "#contract/view/view-codec.ts";
import type { View } from "#contract/view/view.ts";
import { changeView, type ViewChange } from "./change-view.ts";
import { playbackPlace } from "./playback-place.ts";
import { useBuiltInColumns, useColumns } from "./use-columns.ts";
import { useView } from "./use-view.tsx";

export interface LinkChoices {
  /** Keeps a range such as `today` as it is: whoever opens the link sees that of their day. */
  readonly isRelative?: boolean;
  /** How many calls match now, for whoever opens the link to hold theirs against. */
  readonly total?: number | undefined;
}

/**
 * The address of the view, changed as given, that shows a colleague the same calls tomorrow: a
 * relative range would by then mean other days, so the link carries the instance and the instants; and
 * the group or agent that bounds a reader, for they may have others first.
 * It carries the columns on screen, too, unless nobody chose them.
 */
export function usePinnedLink(): (change?: ViewChange, choices?: LinkChoices) => string {
  const { instance, range, asOf, addressed } = useView();
  const { columns } = useColumns();
  const builtIn = useBuiltInColumns();
  return useCallback(
    (change = {}, { isRelative = false, total } = {}) => {
      // From the address, so that the function stays the same from page to page.
      const { columns: _linked, position: rested, ...others } = addressed();
      const position = playbackPlace(others.record) ?? rested;
      const pinned: View = {
        ...others,
        // At its very beginning it is in no link.
        ...(position !== undefined && position > 0 && { position }),
        ...(!isRelative && { time: range }),
        ...(instance !== undefined && { instance }),
        // By this screen's built-in ones: a phone's few columns are no wish for a colleague's desk.
        ...(!isSameColumns(columns, builtIn) && { columns }),
      };
      // What names a call means that one alone, unless it names two.
      const alone = change.record === undefined ? {} : { beside: undefined };
      // Of a range that moves the numbers of now say nothing.
      const isTold = total !== undefined && !isRelative;
      const note = isTold ? { asOf, total } : {};
      const search = linkSearch(changeView(pinned, { ...alone, ...change }), note);
      return location.origin + location.pathname + search;
    },
    [addressed, instance, range, asOf, columns, builtIn],
  );
}
