import { useMemo, useSyncExternalStore } from "react";
import { selectedCells } from "#app/ui/grid-dom.ts";

/**
 * The first and the last row of a text selection over several cells. The browser forgets a selection
 * whose ends leave the document, so these stay in it.
 */
export function useSelectedEnds(): readonly number[] {
  const ends = useSyncExternalStore(subscribe, () => {
    const span = selectedCells();
    return span === undefined ? "" : `${span.first.row} ${span.last.row}`;
  });
  return useMemo(() => (ends === "" ? [] : ends.split(" ").map(Number)), [ends]);
}

function subscribe(listener: () => void): () => void {
  document.addEventListener("selectionchange", listener);
  return () => document.removeEventListener("selectionchange", listener);
}
