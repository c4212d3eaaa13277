import { useCallback, useSyncExternalStore } from "react";
import type { PeopleKey } from "./people-kinds.ts";

// What was learned of names, wherever: by counts, by a search, or from an earlier visit. It lasts as
// long as the page; a later name of the same id replaces the former.
const names = new Map<string, string>();
let version = 0;
const listeners = new Set<() => void>();

const keyOf = (instance: string, facet: PeopleKey, id: string) =>
  JSON.stringify([instance, facet, id]);

/** Notes how people or groups of an instance are called. */
export function learnNames(
  instance: string,
  facet: PeopleKey,
  told: Iterable<readonly [id: string, name: string]>,
): void {
  const before = version;
  for (const [id, name] of told) {
    const key = keyOf(instance, facet, id);
    if (names.get(key) === name) continue;
    names.set(key, name);
    version = before + 1;
  }
  if (version !== before) for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The name of an id, where it is known. */
export function useNameOf(
  instance: string | undefined,
  facet: PeopleKey,
): (id: string) => string | undefined {
  const known = useSyncExternalStore(subscribe, () => version);
  return useCallback(
    // `known` says that there are others now.
    (id) =>
      known >= 0 && instance !== undefined ? names.get(keyOf(instance, facet, id)) : undefined,
    [known, instance, facet],
  );
}
