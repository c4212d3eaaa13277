import type { KeyPress } from "./key-press.ts";

/** Shift is not asked about: some layouts have the signs with it. */
export type ScreenKeyPress = Omit<KeyPress, "shiftKey"> &
  Pick<KeyboardEvent, "repeat" | "defaultPrevented">;

/** Inputs that letters are not typed into, so that a key there is still ours. */
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
 * Whether a key press is one of a shortcut that works anywhere on the screen, unless it is typed into
 * something, held down, or heeded by somebody else.
 *
 * @param keys as `KeyboardEvent.key` has them, also the wide ones of Chinese keyboards
 * @param on the element that has the focus
 */
export function isScreenKey(
  keys: readonly string[],
  press: ScreenKeyPress,
  on: PressedOn | undefined,
): boolean {
  const { key, ctrlKey, metaKey, altKey, repeat, defaultPrevented } = press;
  if (!keys.includes(key)) return false;
  if (ctrlKey || metaKey || altKey || repeat || defaultPrevented) return false;
  return on === undefined || !takesText(on);
}

/** Whether letters are typed into it. */
export function takesText({ localName, isContentEditable, type = "text" }: PressedOn): boolean {
  if (isContentEditable || localName === "textarea" || localName === "select") return true;
  return localName === "input" && !NO_TEXT.has(type);
}
