import { useMemo, useSyncExternalStore } from "react";
import { START_VIEW_KEY } from "#app/api/start-view.ts";
import { createListeners } from "#app/ui/create-listeners.ts";
import { LAST, NOTHING_KEPT, readKept, writeKept, type Kept } from "./kept-views.ts";
import { readRecent, withRecent } from "./recent-views.ts";
import { KEPT_KEY } from "./saved-keys.ts";

const RECENT_KEY = "callscope.recent-views";
/** Where a text goes that as a whole cannot be read, followed by a number. */
const ASIDE_KEY = "callscope.views.aside";

// The event comes of changes made in other tabs.
const { subscribe, tell } = createListeners("storage");

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

const keptOf = (text: string | null): Kept =>
  (text === null ? undefined : readKept(text)) ?? NOTHING_KEPT;

/** What is kept by now: of another tab too. */
export const keptNow = (): Kept => keptOf(stored(KEPT_KEY));

/** The views that the browser keeps, and those that were looked at last. */
export function useKept(): { readonly kept: Kept; readonly recent: readonly string[] } {
  const text = useSyncExternalStore(subscribe, () => stored(KEPT_KEY));
  const recentText = useSyncExternalStore(subscribe, () => stored(RECENT_KEY));
  const kept = useMemo(() => keptOf(text), [text]);
  const recent = useMemo(() => readRecent(recentText), [recentText]);
  return { kept, recent };
}

/**
 * Changes what is kept: as it is by now, so that two tabs lose nothing of each other's.
 *
 * @returns false where the browser refuses to store it, and nothing has changed
 */
export function changeKeptViews(change: (kept: Kept) => Kept): boolean {
  const before = stored(KEPT_KEY);
  const isReadable = before === null || readKept(before) !== undefined;
  try {
    if (!isReadable) putAside(before);
    const next = change(keptOf(before));
    localStorage.setItem(KEPT_KEY, writeKept(next));
    writeStart(next, readRecent(stored(RECENT_KEY)));
  } catch {
    return false;
  }
  tell();
  return true;
}

/** Notes what is looked at. Nobody asked for it, so that a full storage is no news. */
export function noteRecent(search: string): void {
  const before = readRecent(stored(RECENT_KEY));
  const next = withRecent(before, search);
  if (next === before) return;
  try {
    localStorage.setItem(RECENT_KEY, JSON.stringify(next));
    writeStart(keptNow(), next);
  } catch {
    return;
  }
  tell();
}

/** @throws DOMException where the storage is full */
function putAside(text: string): void {
  let nth = 1;
  while (localStorage.getItem(`${ASIDE_KEY}.${nth}`) !== null) nth += 1;
  localStorage.setItem(`${ASIDE_KEY}.${nth}`, text);
}

/** The address that one begins with stands apart: it is read before our code is here. */
function writeStart({ start, views }: Kept, recent: readonly string[]): void {
  const ofTeam = typeof start === "object" ? start : undefined;
  const own = ofTeam ?? views.find(({ id }) => id === start);
  const search = start === LAST ? recent[0] : own?.view;
  if (search === undefined || search === "") localStorage.removeItem(START_VIEW_KEY);
  else localStorage.setItem(START_VIEW_KEY, search);
}
