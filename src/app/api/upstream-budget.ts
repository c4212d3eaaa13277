import type { QueryClient } from "@tanstack/react-query";
import type { Spent } from "#contract/api/spent.ts";
import { tell, type Told } from "./told.ts";

/** What looking at a view has cost upstream, for the meter of the status bar. */
export interface Budget extends Spent {
  /** Names the view. */
  readonly view: string;
  /** Whose calls the view shows; absent before there is one. What others cost is not its cost. */
  readonly instance: string | undefined;
  /** Requests of which some counts wait at this moment because the upstream throttles, by instance. */
  readonly waiting: ReadonlyMap<object, string>;
}

/** The budget as it grows. */
export const BUDGET: Told<Budget> = {
  name: ["budget"],
  nothing: { view: "", instance: undefined, calls: 0, throttled: 0, waiting: new Map() },
};

/** Begins anew where the view is another one; `view` names it. */
export function beginBudget(client: QueryClient, instance: string, view: string): void {
  tell(client, BUDGET, (budget) => {
    if (budget.view === view) return budget;
    // What was asked before anything was drawn is of the first.
    const before = budget.view === BUDGET.nothing.view ? budget : BUDGET.nothing;
    return { ...before, view, instance, waiting: budget.waiting };
  });
}

/** Adds what a reply about an instance says that it has cost. */
export function spend(client: QueryClient, instance: string, { calls, throttled }: Spent): void {
  if (calls === 0 && throttled === 0) return;
  tell(client, BUDGET, (budget) =>
    // A reply that comes late is none of the view that is looked at by now.
    budget.instance !== undefined && budget.instance !== instance
      ? budget
      : { ...budget, calls: budget.calls + calls, throttled: budget.throttled + throttled },
  );
}

/** Notes whether counts of a request about an instance wait; they do not once it has ended. */
export function tellWaiting(
  client: QueryClient,
  instance: string,
  request: object,
  isWaiting: boolean,
): void {
  tell(client, BUDGET, (budget) => {
    if (budget.waiting.has(request) === isWaiting) return budget;
    const others = [...budget.waiting].filter(([other]) => other !== request);
    const waiting = new Map(isWaiting ? [...others, [request, instance]] : others);
    return { ...budget, waiting };
  });
}

/** Whether counts of the view that is looked at wait. */
export function isViewWaiting({ instance, waiting }: Budget): boolean {
  return [...waiting.values()].some((one) => one === instance);
}
