import type { CellAction, CellContext, CellTarget } from "#app/view/actions/cell-action.ts";
import { cellActionByKey } from "./cell-action-by-key.ts";
import { cellActions } from "./cell-actions.ts";

/** A block of the menu: what can be done with one thing in the cell, or with cell and row. */
interface MenuSection {
  /** Absent for cell and row. */
  readonly target?: CellTarget;
  readonly actions: readonly CellAction[];
}

const OF_CELL_AND_ROW: ReadonlySet<CellAction["id"]> = new Set([
  "copyCell",
  "copyLink",
  "copyJson",
]);

/**
 * The menu of a cell that shows these things: a block for each, and one for cell and row. Where
 * there is but one thing, its copy stands with the other copies.
 */
export function menuSections(
  targets: readonly CellTarget[],
  context: CellContext,
): readonly MenuSection[] {
  const isLast = ({ id }: CellAction) =>
    OF_CELL_AND_ROW.has(id) || (id === "copyValue" && targets.length === 1);
  const all = targets.map((target) => ({
    target,
    actions: cellActions(target, context).map((action) =>
      isByKey(target, action, context) ? action : without(action, "shortcut"),
    ),
  }));
  return [
    ...all.map(({ target, actions }) => ({
      target,
      actions: sayOnce(actions.filter((action) => !isLast(action))),
    })),
    { actions: all[0]?.actions.filter(isLast) ?? [] },
  ];
}

/** Whether the key does just this: of several things in a cell, it acts on one. */
function isByKey(target: CellTarget, { id, shortcut }: CellAction, context: CellContext): boolean {
  if (shortcut === undefined || OF_CELL_AND_ROW.has(id)) return true;
  const meant = cellActionByKey(shortcut, target.record, target.column, context)?.target;
  return meant?.field === target.field && meant?.index === target.index;
}

/** A reason that holds for several actions in a row stands below the last of them. */
function sayOnce(actions: readonly CellAction[]): readonly CellAction[] {
  return actions.map((action, index) => {
    const next = actions[index + 1];
    const isSame = !action.enabled && next?.enabled === false && next.hint === action.hint;
    return isSame ? without(action, "hint") : action;
  });
}

function without(action: CellAction, key: "hint" | "shortcut"): CellAction {
  const { [key]: _, ...rest } = action;
  return rest;
}
