import { eitherSideOf } from "#app/view/actions/cell-action-filter.ts";
import type { ShortcutKey } from "#app/view/actions/cell-action-shortcuts.ts";
import { no } from "#app/view/actions/cell-action-verdict.ts";
import type { CellAction, CellContext, CellTarget } from "#app/view/actions/cell-action.ts";
import { noCustomerHint } from "#app/view/actions/value-actions.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { customerSide } from "#contract/record/customer-side.ts";
import type { Column } from "#contract/view/columns.ts";
import { cellTargets } from "./cell-action-targets.ts";
import { cellActions } from "./cell-actions.ts";

interface Meant {
  /** Absent where the key is for one of several things, and nobody can say which. */
  readonly target?: CellTarget;
  readonly action: CellAction;
}

/** What is done with one of several things; the others are done with the cell or the row. */
const OF_ONE_THING: ReadonlySet<CellAction["id"]> = new Set(["filter", "allCalls"]);

/**
 * What a key does for a cell that shows these things, and with which: with the customer's of two
 * numbers, else with the first. Where it cannot be done with that one it is not done with another, for
 * whoever presses a key would not see that the calls are somebody else's.
 */
export function actionByKey(
  key: ShortcutKey,
  targets: readonly CellTarget[],
  context: CellContext,
): Meant | undefined {
  const target = meantOf(targets);
  const asked = target ?? targets[0];
  const action = asked && cellActions(asked, context).find(({ shortcut }) => shortcut === key);
  if (asked === undefined || action === undefined) return undefined;
  if (target !== undefined) return { target, action };
  if (!OF_ONE_THING.has(action.id)) return { action };
  const { change: _, ...rest } = action;
  return { action: { ...rest, ...no(noCustomerHint(asked.record)) } };
}

function meantOf(targets: readonly CellTarget[]): CellTarget | undefined {
  const [first, ...others] = targets;
  const areSides = targets.every(({ field }) => field && eitherSideOf(field) !== undefined);
  if (first === undefined || others.length === 0 || !areSides) return first;
  const side = customerSide(first.record);
  return targets.find(({ field }) => field === side);
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
