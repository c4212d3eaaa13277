import type { KeyPress } from "#app/ui/key-press.ts";
import { isOneOf } from "#contract/record/enums.ts";
import type { Messages } from "#labels/messages.ts";

interface CellShortcut {
  /** As `KeyboardEvent.key` names them, letters in lower case; several do the same. */
  readonly keys: readonly string[];
  /** A text of `actions.shortcuts`. */
  readonly message: keyof Messages["actions"]["shortcuts"];
}

/** What the help on shortcuts lists of cells. No browser has a letter alone for itself. */
export const CELL_SHORTCUTS = [
  { keys: ["Shift+F10", "ContextMenu"], message: "menu" },
  { keys: ["f"], message: "filter" },
  { keys: ["x"], message: "exclude" },
  { keys: ["h"], message: "sameHour" },
  { keys: ["d"], message: "sameDay" },
  { keys: ["n"], message: "allCalls" },
  { keys: ["c", "Ctrl+c"], message: "copy" },
  { keys: ["l"], message: "copyLink" },
  { keys: ["j"], message: "copyJson" },
] as const satisfies readonly CellShortcut[];

/** Letters that do something with the cell that has the focus. */
export const SHORTCUT_KEYS = ["f", "x", "h", "d", "n", "c", "l", "j"] as const;
export type ShortcutKey = (typeof SHORTCUT_KEYS)[number];

/** What a key press on a cell asks for: its menu, one of its actions, or nothing of ours. */
export function cellShortcut(press: KeyPress): ShortcutKey | "menu" | undefined {
  const { ctrlKey, metaKey, altKey, shiftKey } = press;
  // With caps lock on, letters come in upper case though Shift is not held.
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (altKey) return undefined;
  if (key === "F10") return shiftKey && !ctrlKey && !metaKey ? "menu" : undefined;
  if (shiftKey) return undefined;
  if (ctrlKey || metaKey) return key === "c" && ctrlKey !== metaKey ? "c" : undefined;
  if (key === "ContextMenu") return "menu";
  return isOneOf(SHORTCUT_KEYS, key) ? key : undefined;
}
