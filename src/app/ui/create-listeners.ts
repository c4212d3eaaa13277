/** Those who want to hear that something is another now. */
export interface Listeners {
  /** Returns what ends the subscription, as `useSyncExternalStore` wants it. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly tell: () => void;
}

/** Listeners that are told by `tell` and, where one is named, by an event of the window. */
export function createListeners(windowEvent?: "popstate" | "storage"): Listeners {
  const listeners = new Set<() => void>();
  return {
    subscribe(listener) {
      listeners.add(listener);
      if (windowEvent !== undefined) addEventListener(windowEvent, listener);
      return () => {
        listeners.delete(listener);
        if (windowEvent !== undefined) removeEventListener(windowEvent, listener);
      };
    },
    tell() {
      for (const listener of listeners) listener();
    },
  };
}
