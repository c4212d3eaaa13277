import { useCallback, useMemo, useSyncExternalStore } from "react";
import { createListeners } from "./create-listeners.ts";

/** A reader's choice that outlives the tab and is not part of a link, such as the language. */
export interface Preference<T> {
  readonly key: string;
  /** What a stored text means; undefined for one that means nothing, or nothing any more. */
  readonly read: (text: string) => T | undefined;
  readonly write: (value: T) => string;
}

/** A preference that is one of some names. */
export function createChoice<const T extends string>(
  key: string,
  options: readonly T[],
): Preference<T> {
  return {
    key,
    read: (text) => options.find((option) => option === text),
    write: (value) => value,
  };
}

// The event comes of changes made in other tabs.
const { subscribe, tell } = createListeners("storage");

// Browsers that refuse storage throw on access; the choice then lasts as long as the page.
const unsaved = new Map<string, string | null>();

function readStored(key: string): string | null {
  const kept = unsaved.get(key);
  if (kept !== undefined) return kept;
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key: string, value: string | undefined) {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    unsaved.delete(key);
  } catch {
    unsaved.set(key, value ?? null);
  }
  tell();
}

/**
 * The stored choice, or undefined where there is none that can be read, and how to change it
 * (`undefined` forgets it). `preference` should be a constant: its value keeps its identity only as
 * long as the preference does.
 */
export function usePreference<T>(
  preference: Preference<T>,
): [T | undefined, (value: T | undefined) => void] {
  const stored = useSyncExternalStore(subscribe, () => readStored(preference.key));
  const value = useMemo(
    () => (stored === null ? undefined : preference.read(stored)),
    [stored, preference],
  );
  const set = useCallback(
    (next: T | undefined) =>
      store(preference.key, next === undefined ? undefined : preference.write(next)),
    [preference],
  );
  return [value, set];
}
