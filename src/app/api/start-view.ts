/** Under which the browser keeps the address that one begins with; no number is in it (decision 22). */
export const START_VIEW_KEY = "callscope.start-view";

/**
 * Goes to the view that the reader begins with, before anything reads the address. Only where that says nothing
 * and is new: an empty address that one came to by steps of ours is the view of no filters.
 */
export function openStartView(): void {
  if (location.search !== "" || history.state !== null) return;
  try {
    const search = localStorage.getItem(START_VIEW_KEY);
    if (search?.startsWith("?")) history.replaceState(null, "", location.pathname + search);
  } catch {
    // A browser that refuses storage has kept nothing.
  }
}
