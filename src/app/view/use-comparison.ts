import { useSyncExternalStore } from "react";
import { createStore } from "#app/ui/create-store.ts";

// On demand and no longer than the page: it doubles what counts cost upstream.
const comparison = createStore(false);

/** Whether counts stand beside those of the same period one week earlier, and how to change that. */
export function useComparison(): readonly [boolean, (on: boolean) => void] {
  return [useSyncExternalStore(comparison.subscribe, comparison.get), comparison.set];
}
