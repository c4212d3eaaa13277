import { useSyncExternalStore } from "react";
import type { Viewport } from "#app/records/list/viewport.ts";
import { isFocusShownInRow } from "#app/ui/grid-dom.ts";
import { useView } from "#app/view/use-view.tsx";
import type { Hold } from "./live-refresh.ts";

/** What the reader is doing now that rows must not move under; looked for only while `isOn`. */
export function useHold(viewport: Viewport, isOn: boolean): Hold | undefined {
  const { view } = useView();
  const isAway = useSyncExternalStore(viewport.subscribe, () => (viewport.get()?.first ?? 0) > 0);
  // What is selected, and how the focus shows, the browser has to work out each time it is asked.
  const inDocument = useSyncExternalStore(subscribeToDocument, () =>
    isOn ? holdInDocument() : undefined,
  );
  if (inDocument === "hidden") return "hidden";
  if (view.record !== undefined) return "record";
  // Where the list is not shown it is where the reader left it.
  return isAway && view.show === undefined ? "scrolled" : inDocument;
}

const EVENTS = ["visibilitychange", "selectionchange", "focusin", "focusout"] as const;

function subscribeToDocument(listener: () => void): () => void {
  for (const event of EVENTS) document.addEventListener(event, listener);
  return () => {
    for (const event of EVENTS) document.removeEventListener(event, listener);
  };
}

function holdInDocument(): Hold | undefined {
  if (document.visibilityState === "hidden") return "hidden";
  if (getSelection()?.isCollapsed === false) return "selection";
  // One who goes by keys, or hears the rows read out, is in a row. A click leaves the focus in a
  // cell too, but there it does not show and nobody reads by it.
  return isFocusShownInRow() ? "focus" : undefined;
}
