import { HEADER_SHORTCUTS } from "#app/records/columns/header-key.ts";
import { CELL_SHORTCUTS } from "#app/view/actions/cell-action-shortcuts.ts";
import type { Messages } from "#labels/messages.ts";

export type ShortcutGroup = keyof Messages["shortcuts"]["groups"];

/**
 * What the help lists, by where it works. Cells and headings have lists of their own; the texts of
 * the others are those of `shortcuts`. Keys are `KeyboardEvent.key`, after their modifiers; several
 * of a shortcut do the same, or each one's own part of it.
 */
export const SHORTCUTS = {
  moving: [
    { keys: ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"], message: "step" },
    { keys: ["Home", "End"], message: "rowEnds" },
    { keys: ["Ctrl+Home", "Ctrl+End"], message: "listEnds" },
    { keys: ["PageUp", "PageDown"], message: "screenful" },
  ],
  row: [
    { keys: ["Enter", " "], message: "open" },
    { keys: ["Ctrl+Enter"], message: "openInTab" },
    { keys: ["Escape"], message: "close" },
  ],
  record: [
    { keys: ["ArrowUp", "ArrowDown", "k", "j"], message: "neighbour" },
    { keys: ["PageUp", "PageDown", " "], message: "scroll" },
    { keys: ["c"], message: "beside" },
  ],
  timeline: [
    { keys: ["+", "-"], message: "zoom" },
    { keys: ["0"], message: "whole" },
    { keys: ["ArrowLeft", "ArrowRight"], message: "move" },
  ],
  recording: [
    { keys: [" "], message: "play" },
    { keys: ["ArrowLeft", "ArrowRight"], message: "near" },
    { keys: ["Shift+ArrowLeft", "Shift+ArrowRight"], message: "far" },
    { keys: [",", "."], message: "speed" },
  ],
  heading: HEADER_SHORTCUTS,
  cell: CELL_SHORTCUTS,
  screen: [
    { keys: ["t"], message: "time" },
    { keys: ["[", "]"], message: "steps" },
    { keys: ["-"], message: "out" },
    { keys: ["v"], message: "views" },
    { keys: ["Ctrl+z", "Ctrl+Shift+z"], message: "undo" },
    { keys: ["?"], message: "help" },
  ],
} as const satisfies Record<
  ShortcutGroup,
  readonly { readonly keys: readonly string[]; readonly message: string }[]
>;

/** What keyboards have on their keys, where that is not the key's name. */
const CAPS: Readonly<Record<string, string>> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  PageUp: "PgUp",
  PageDown: "PgDn",
  Escape: "Esc",
};

/** The keys to be held and pressed, as they are labelled: `Ctrl+Home` is `["Ctrl", "Home"]`, `+` is a key. */
export function keyCaps(chord: string, words: Messages["shortcuts"]["keys"]): readonly string[] {
  return chord.split(/(?<=.)\+/).map((key) => {
    if (key === " ") return words.space;
    if (key === "ContextMenu") return words.menu;
    return CAPS[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  });
}
