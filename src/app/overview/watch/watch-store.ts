import { useMemo, useSyncExternalStore } from "react";
import { createListeners } from "#app/ui/create-listeners.ts";
import { readerSuffix } from "#app/ui/reader-suffix.ts";
import { readStates, type RuleState, type RuleStates } from "./rule-state.ts";
import { readWatched, writeWatched, type Watched } from "./watch-rules.ts";

/** Whose rules: another reader of the same browser has others, and sees nothing of these. */
export interface WatchKeys {
  readonly rules: string;
  readonly states: string;
}

/** @param subject who is signed in; undefined where nobody need be */
export function watchKeys(subject: string | undefined): WatchKeys {
  const of = readerSuffix(subject);
  return { rules: `callscope.watch${of}`, states: `callscope.watch-states${of}` };
}

// The event comes of changes made in other tabs.
const { subscribe, tell } = createListeners("storage");
export const subscribeToWatch = subscribe;

// Browsers that refuse storage throw on access; what is watched then lasts as long as the page.
const unsaved = new Map<string, string>();

function stored(key: string): string | null {
  try {
    return unsaved.get(key) ?? localStorage.getItem(key);
  } catch {
    return unsaved.get(key) ?? null;
  }
}

function store(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
    unsaved.delete(key);
  } catch {
    unsaved.set(key, text);
  }
  tell();
}

export const watchedNow = ({ rules }: WatchKeys): Watched => readWatched(stored(rules));
export const statesNow = ({ states }: WatchKeys): RuleStates => readStates(stored(states));

/** Changes what is watched: as it is by now, so that two tabs lose nothing of each other's. */
export function changeWatched(keys: WatchKeys, change: (watched: Watched) => Watched): void {
  store(keys.rules, writeWatched(change(watchedNow(keys))));
}

/** Changes what is known of a rule; undefined forgets it. What no rule has any more goes, too. */
export function changeState(
  keys: WatchKeys,
  id: string,
  change: (state: RuleState | undefined) => RuleState | undefined,
): void {
  const states = statesNow(keys);
  const ids = new Set(watchedNow(keys).rules.map((rule) => rule.id));
  const entries = Object.entries({ ...states, [id]: change(states[id]) });
  const kept = entries.filter(([of, state]) => state !== undefined && ids.has(of));
  store(keys.states, JSON.stringify(Object.fromEntries(kept)));
}

/** What is watched, and what is known of it, in whichever tab that was found. */
export function useWatched(keys: WatchKeys): { watched: Watched; states: RuleStates } {
  const rulesText = useSyncExternalStore(subscribe, () => stored(keys.rules));
  const statesText = useSyncExternalStore(subscribe, () => stored(keys.states));
  const watched = useMemo(() => readWatched(rulesText), [rulesText]);
  const states = useMemo(() => readStates(statesText), [statesText]);
  return { watched, states };
}
