import { createListeners, type Listeners } from "./create-listeners.ts";

/** A value beside React's state. `subscribe` and `get` are what `useSyncExternalStore` wants. */
export interface Store<T> {
  readonly get: () => T;
  readonly set: (next: T) => void;
  readonly subscribe: Listeners["subscribe"];
}

/** A store of what only its readers draw. Listeners hear nothing of a value that is the same. */
export function createStore<T>(
  first: T,
  isSame: (one: T, other: T) => boolean = Object.is,
): Store<T> {
  let current = first;
  const { subscribe, tell } = createListeners();
  return {
    get: () => current,
    set(next) {
      if (isSame(current, next)) return;
      current = next;
      tell();
    },
    subscribe,
  };
}
