import type { Spent } from "#contract/api/spent.ts";

/** What looking at a view has cost upstream, for the meter of the status bar. */
export interface Budget extends Spent {
  /** Whether counts wait at this moment because the upstream throttles. */
  readonly waiting: boolean;
}

const NOTHING: Budget = { calls: 0, throttled: 0, waiting: false };

let budget = NOTHING;
const listeners = new Set<() => void>();

function set(next: Budget): void {
  budget = next;
  for (const listener of listeners) listener();
}

/** Adds what a reply says that it has cost. */
export function spend({ calls, throttled }: Spent): void {
  if (calls === 0 && throttled === 0) return;
  set({ ...budget, calls: budget.calls + calls, throttled: budget.throttled + throttled });
}

/** Requests of which some counts wait: several may be under way, and each speaks for itself only. */
const held = new Set<object>();

/** Notes whether counts of a request wait; they do not once it has ended. */
export function tellWaiting(request: object, isWaiting: boolean): void {
  if (isWaiting) held.add(request);
  else held.delete(request);
  const waiting = held.size > 0;
  if (waiting !== budget.waiting) set({ ...budget, waiting });
}

let viewOfBudget = "";

/** Begins anew where the view is another one; `view` names it. */
export function beginBudget(view: string): void {
  if (view === viewOfBudget) return;
  viewOfBudget = view;
  set({ ...NOTHING, waiting: held.size > 0 });
}

export function subscribeToBudget(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const readBudget = (): Budget => budget;
