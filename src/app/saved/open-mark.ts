import { createStore } from "#app/ui/create-store.ts";
import { OPEN_KEY } from "./saved-keys.ts";

// Which saved view this tab has opened, to tell whether it was changed since. It outlives a reload.

function stored(): string | undefined {
  try {
    return sessionStorage.getItem(OPEN_KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

const store = createStore<string | undefined>(stored());

export const { get: openMark, subscribe: subscribeToOpenMark } = store;

export function markOpen(id: string | undefined): void {
  if (id === store.get()) return;
  store.set(id);
  try {
    if (id === undefined) sessionStorage.removeItem(OPEN_KEY);
    else sessionStorage.setItem(OPEN_KEY, id);
  } catch {
    // It then lasts as long as the page.
  }
}
