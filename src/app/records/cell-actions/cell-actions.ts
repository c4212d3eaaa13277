import type { CellAction, CellContext, CellTarget } from "#app/view/actions/cell-action.ts";
import { valueActions } from "#app/view/actions/value-actions.ts";
import { copyActions } from "./cell-action-copies.ts";

/** Everything that can be done from a cell, in the order of the menu. */
export function cellActions(target: CellTarget, context: CellContext): readonly CellAction[] {
  return [...valueActions(target, context), ...copyActions(target, context)];
}
