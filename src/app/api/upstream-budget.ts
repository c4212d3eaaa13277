import type { Spent } from "#contract/counts.ts";

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

/** Adds what a reply says that it has cost, and whether counts wait where it says so. */
export function spend({ calls, throttled }: Spent, waiting = budget.waiting): void {
  if (calls === 0 && throttled === 0 && waiting === budget.waiting) return;
  set({ calls: budget.calls + calls, throttled: budget.throttled + throttled, waiting });
}

/** Whoever waited for counts waits no longer: they are there, or were given up. */
export function endWaiting(): void {
  if (budget.waiting) set({ ...budget, waiting: false });
}

let viewOfBudget = "";

/** Begins anew where the view is another one; `view` names it. */
export function beginBudget(view: string): void {
  if (view === viewOfBudget) return;
  viewOfBudget = view;
  set(NOTHING);
}

export function subscribeToBudget(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const readBudget = (): Budget => budget;
