import type { KeyPress } from "#app/ui/key-press.ts";
import type { Column } from "#contract/view/columns.ts";

type PanelRequest =
  | { readonly act: "focus"; readonly column: Column }
  | { readonly act: "move"; readonly step: -1 | 1 }
  | { readonly act: "pin" };

/**
 * What a key press on a column of the panel asks for; undefined for the browser's own keys, of which
 * Space ticks. `rows` are all columns of the panel from top to bottom.
 */
export function panelKey(
  press: KeyPress,
  column: Column,
  rows: readonly Column[],
): PanelRequest | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = press;
  if (ctrlKey || metaKey || shiftKey) return undefined;
  const step = key === "ArrowUp" ? -1 : key === "ArrowDown" ? 1 : undefined;
  if (altKey) return step && { act: "move", step };
  if (key.toLowerCase() === "p") return { act: "pin" };
  const last = rows.length - 1;
  const to =
    step !== undefined
      ? Math.min(last, Math.max(0, rows.indexOf(column) + step))
      : ({ Home: 0, End: last } as const)[key];
  const target = to === undefined ? undefined : rows[to];
  return target && { act: "focus", column: target };
}
