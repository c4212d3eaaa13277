import type { QueryClient } from "@tanstack/react-query";
import type { Spent } from "#contract/api/spent.ts";
import { tell, type Told } from "./told.ts";

/** What looking at a view has cost upstream, for the meter of the status bar. */
export interface Budget extends Spent {
  /** Names the view. */
  readonly view: string;
  /** Requests of which some counts wait at this moment because the upstream throttles. */
  readonly waiting: ReadonlySet<object>;
}

/** The budget as it grows. */
export const BUDGET: Told<Budget> = {
  name: ["budget"],
  nothing: { view: "", calls: 0, throttled: 0, waiting: new Set() },
};

/** Begins anew where the view is another one; `view` names it. */
export function beginBudget(client: QueryClient, view: string): void {
  tell(client, BUDGET, (budget) =>
    budget.view === view ? budget : { ...BUDGET.nothing, view, waiting: budget.waiting },
  );
}

/** Adds what a reply says that it has cost. */
export function spend(client: QueryClient, { calls, throttled }: Spent): void {
  if (calls === 0 && throttled === 0) return;
  tell(client, BUDGET, (budget) => ({
    ...budget,
    calls: budget.calls + calls,
    throttled: budget.throttled + throttled,
  }));
}

/** Notes whether counts of a request wait; they do not once it has ended. */
export function tellWaiting(client: QueryClient, request: object, isWaiting: boolean): void {
  tell(client, BUDGET, (budget) => {
    if (budget.waiting.has(request) === isWaiting) return budget;
    const others = [...budget.waiting].filter((other) => other !== request);
    return { ...budget, waiting: new Set(isWaiting ? [...others, request] : others) };
  });
}
