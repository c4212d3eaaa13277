/**
 * The address bar as a store. The URL is the view's only home, so everything that shows the view
 * reads it here and hears of every change: ours, Back, Forward, or a hand-edited address.
 */

const listeners = new Set<() => void>();

function announce() {
  for (const listener of listeners) listener();
}

export function subscribeToLocation(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener("popstate", announce);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener("popstate", announce);
  };
}

export function locationSearch(): string {
  return location.search;
}

/** Moves to another view: as a new step of the history, or in place of the current one. */
export function navigate(search: string, step: "push" | "replace"): void {
  if (search === location.search) return;
  // An empty search must still replace the old one, hence the path.
  const url = location.pathname + search;
  if (step === "push") history.pushState(null, "", url);
  else history.replaceState(null, "", url);
  announce();
}
