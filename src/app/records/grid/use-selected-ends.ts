import { useMemo, useSyncExternalStore } from "react";
import { selectedCells } from "#app/ui/grid-dom.ts";

/**
 * The first and the last row of a text selection over several cells. The browser forgets a selection
 * whose ends leave the document, so these stay in it.
 */
export function useSelectedEnds(): readonly number[] {
  const ends = useSyncExternalStore(subscribe, () => seen);
  return useMemo(() => (ends === "" ? [] : ends.split(" ").map(Number)), [ends]);
}

/** As of the latest event: to ask the browser in every render would cost a layout each. */
let seen = "";

function subscribe(listener: () => void): () => void {
  const look = () => {
    const span = selectedCells();
    seen = span === undefined ? "" : `${span.first.row} ${span.last.row}`;
    listener();
  };
  document.addEventListener("selectionchange", look);
  return () => {
    document.removeEventListener("selectionchange", look);
    seen = "";
  };
}
