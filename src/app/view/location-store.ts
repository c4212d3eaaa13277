import { createListeners } from "#app/ui/create-listeners.ts";

/**
 * The address bar as a store. The URL is the view's only home, so everything that shows the view
 * reads it here and hears of every change: ours, Back, Forward, or a hand-edited address.
 *
 * Beside each address the history keeps the instant its results were pinned to, so that Back shows
 * the rows that were left. A reload asks anew, hence the mark of this load.
 */

interface Step {
  readonly load: number;
  readonly asOf: number;
}

const LOAD = performance.timeOrigin;
const listeners = createListeners("popstate");

/** Calls back after every change of the address, until what it returns is called. */
export const subscribeToLocation = listeners.subscribe;

/** What the address said as the page was opened. */
export const OPENED_SEARCH = location.search;

export function locationSearch(): string {
  return location.search;
}

/** The instant this step of the history was pinned to, ms; undefined for a step not of this load. */
export function pinnedAsOf(): number | undefined {
  // History state is whatever a page put there; only our own of this load counts.
  const step = history.state as Partial<Step> | null;
  return step?.load === LOAD ? step.asOf : undefined;
}

/** Moves to another view: as a new step of the history, or in place of the current one. */
export function navigate(search: string, asOf: number, step: "push" | "replace"): void {
  if (search === location.search && asOf === pinnedAsOf()) return;
  const state: Step = { load: LOAD, asOf };
  // An empty search must still replace the old one, hence the path.
  const url = location.pathname + search;
  if (step === "push" && search !== location.search) history.pushState(state, "", url);
  else history.replaceState(state, "", url);
  listeners.tell();
}
