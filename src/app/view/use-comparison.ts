import { useSyncExternalStore } from "react";

// On demand and no longer than the page: it doubles what counts cost upstream.
let isOn = false;
const listeners = new Set<() => void>();

function set(on: boolean): void {
  isOn = on;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether counts stand beside those of the same period one week earlier, and how to change that. */
export function useComparison(): readonly [boolean, (on: boolean) => void] {
  return [useSyncExternalStore(subscribe, () => isOn), set];
}
