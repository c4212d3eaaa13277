import { useSyncExternalStore } from "react";
import { createStore } from "#app/ui/create-store.ts";
import type { Sort } from "#contract/view/sort.ts";

/**
 * A row that a figure on screen promised: a link names a page, but who clicks "no. 344" means that row.
 * Gone to once, when its list is there.
 */
interface GoalRow {
  readonly sort: Sort;
  /** Position in the list so sorted, from 0. */
  readonly row: number;
}

const goal = createStore<GoalRow | undefined>(undefined);

/** Has the table go to this row as soon as it shows the view that is about to be chosen. */
export const setGoalRow: (goal: GoalRow) => void = goal.set;

export function forgetGoalRow(): void {
  goal.set(undefined);
}

/** The row to go to in a list of that order, where there is one. */
export function useGoalRow(sort: Sort): number | undefined {
  const wanted = useSyncExternalStore(goal.subscribe, goal.get);
  const isOfList = wanted?.sort.field === sort.field && wanted.sort.order === sort.order;
  return isOfList ? wanted.row : undefined;
}
