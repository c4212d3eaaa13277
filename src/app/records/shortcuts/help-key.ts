import type { KeyPress } from "#app/ui/key-press.ts";

/** Shift is not asked about: with it, most layouts have the question mark. */
type HelpPress = Omit<KeyPress, "shiftKey"> & Pick<KeyboardEvent, "repeat" | "defaultPrevented">;

/** Inputs that letters are not typed into, so that a question mark there is still ours. */
const NO_TEXT = new Set([
  "checkbox",
  "radio",
  "button",
  "submit",
  "reset",
  "range",
  "color",
  "file",
]);

/** Where a key press happened, as far as it matters here; elements have all of it. */
export interface PressedOn {
  readonly localName: string;
  readonly isContentEditable: boolean;
  readonly type?: string;
}

/**
 * Whether a key press asks for the help on shortcuts: a question mark, on whatever key the layout
 * has it, also the wide one of Chinese keyboards, unless it is typed into something.
 *
 * @param on the element that has the focus
 */
export function isHelpKey(press: HelpPress, on: PressedOn | undefined): boolean {
  const { key, ctrlKey, metaKey, altKey, repeat, defaultPrevented } = press;
  if (key !== "?" && key !== "？") return false;
  if (ctrlKey || metaKey || altKey || repeat || defaultPrevented) return false;
  return on === undefined || !takesText(on);
}

function takesText({ localName, isContentEditable, type = "text" }: PressedOn): boolean {
  if (isContentEditable || localName === "textarea" || localName === "select") return true;
  return localName === "input" && !NO_TEXT.has(type);
}
