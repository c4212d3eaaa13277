import type { KeyPress } from "#app/ui/key-press.ts";
import type { Messages } from "#labels/messages.ts";

interface HeaderShortcut {
  /** As `KeyboardEvent.key` names them, with their modifiers. */
  readonly keys: readonly string[];
  /** A text of `columns.shortcuts`. */
  readonly message: keyof Messages["columns"]["shortcuts"];
}

/** What the help on shortcuts lists of column headings. Alt with an arrow is the browser's Back. */
export const HEADER_SHORTCUTS = [
  { keys: ["Enter"], message: "sort" },
  { keys: ["<", ">"], message: "move" },
  { keys: ["Shift+ArrowLeft", "Shift+ArrowRight"], message: "resize" },
  { keys: ["Shift+F10", "ContextMenu"], message: "menu" },
] as const satisfies readonly HeaderShortcut[];

type HeaderRequest =
  | { readonly act: "sort" | "menu" }
  /** -1 is to the left. */
  | { readonly act: "move" | "resize"; readonly step: -1 | 1 };

/** What a key press on a column's heading asks for, or undefined where it is not the heading's. */
export function headerKey(press: KeyPress): HeaderRequest | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = press;
  if (ctrlKey || metaKey || altKey) return undefined;
  // On most keyboards they need Shift, and the same keys without it are as good.
  if (key === "<" || key === ",") return { act: "move", step: -1 };
  if (key === ">" || key === ".") return { act: "move", step: 1 };
  if (shiftKey) {
    if (key === "ArrowLeft") return { act: "resize", step: -1 };
    if (key === "ArrowRight") return { act: "resize", step: 1 };
    return key === "F10" ? { act: "menu" } : undefined;
  }
  if (key === "ContextMenu") return { act: "menu" };
  return key === "Enter" || key === " " ? { act: "sort" } : undefined;
}
