import { cellText } from "#app/records/cell/cell-content.tsx";
import { no } from "#app/view/actions/cell-action-verdict.ts";
import type {
  ActionHint,
  CellAction,
  CellContext,
  CellTarget,
} from "#app/view/actions/cell-action.ts";
import { isPart, targetText } from "./cell-action-targets.ts";

/** What can be copied from a cell: the value, the cell it is in, its row. */
export function copyActions(
  target: CellTarget,
  { words, rowLink }: CellContext,
): readonly CellAction[] {
  const { record, column } = target;
  const { contactId } = record;
  const value = targetText(target, words);
  const cell = isPart(target) ? cellText(record, column, words) : undefined;
  const link = contactId === undefined ? undefined : () => rowLink(contactId);
  const copyValue = {
    id: "copyValue",
    label: "copyValue",
    ...copying(value && (() => value)),
  } as const;
  return [
    // The key is for what the focus is on: the cell.
    ...(cell === undefined
      ? [{ ...copyValue, shortcut: "c" } as const]
      : [
          copyValue,
          { id: "copyCell", label: "copyCell", shortcut: "c", ...copying(() => cell) } as const,
        ]),
    { id: "copyLink", label: "copyLink", shortcut: "l", ...copying(link, "noContactId") },
    {
      id: "copyJson",
      label: "copyJson",
      shortcut: "j",
      ...copying(() => JSON.stringify(record, null, 2)),
    },
  ];
}

function copying(copy: (() => string) | "" | undefined, hint: ActionHint = "absent") {
  return copy ? { enabled: true, copy } : no(hint);
}
