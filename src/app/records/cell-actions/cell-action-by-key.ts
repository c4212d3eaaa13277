import type { CallRecord } from "#contract/record/call-record.ts";
import type { Column } from "#contract/view/columns.ts";
import type { ShortcutKey } from "./cell-action-shortcuts.ts";
import { cellTargets } from "./cell-action-targets.ts";
import type { CellAction, CellContext, CellTarget } from "./cell-action.ts";
import { cellActions } from "./cell-actions.ts";

interface Meant {
  readonly target: CellTarget;
  readonly action: CellAction;
}

/**
 * What a key does for a cell that shows these things, and with which: the first of them with which
 * it can be done, else the first that can say why not.
 */
export function actionByKey(
  key: ShortcutKey,
  targets: readonly CellTarget[],
  context: CellContext,
): Meant | undefined {
  const found = targets.flatMap((target) =>
    cellActions(target, context)
      .filter(({ shortcut }) => shortcut === key)
      .map((action) => ({ target, action })),
  );
  return found.find(({ action }) => action.enabled) ?? found[0];
}

/** What a key does while the focus is on the cell. */
export function cellActionByKey(
  key: ShortcutKey,
  record: CallRecord,
  column: Column,
  context: CellContext,
): Meant | undefined {
  return actionByKey(key, cellTargets(record, column), context);
}
