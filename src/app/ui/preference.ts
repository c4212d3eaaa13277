import { useCallback, useSyncExternalStore } from "react";

/** A reader's choice that outlives the tab and is not part of a link, such as the language. */
export interface Preference<T extends string> {
  readonly key: string;
  readonly options: readonly T[];
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  // Fires for changes made in other tabs.
  addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", listener);
  };
}

// Browsers that refuse storage throw on access; the choice then lasts as long as the page.
const unsaved = new Map<string, string>();

function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? unsaved.get(key) ?? null;
  } catch {
    return unsaved.get(key) ?? null;
  }
}

function store(key: string, value: string) {
  unsaved.set(key, value);
  try {
    localStorage.setItem(key, value);
  } catch {
    // kept in `unsaved`
  }
  for (const listener of listeners) listener();
}

/** The stored choice, or undefined where there is none or it is no longer an option. */
export function usePreference<T extends string>({
  key,
  options,
}: Preference<T>): [T | undefined, (value: T) => void] {
  const stored = useSyncExternalStore(subscribe, () => readStored(key));
  const set = useCallback((value: T) => store(key, value), [key]);
  return [options.find((option) => option === stored), set];
}
