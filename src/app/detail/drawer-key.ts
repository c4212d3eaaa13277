import type { KeyPress } from "#app/ui/key-press.ts";

const STEPS = new Map<string, -1 | 1>([
  ["ArrowUp", -1],
  ["k", -1],
  ["ArrowDown", 1],
  ["j", 1],
]);

/**
 * How many rows on the call lies that a key in the drawer goes to; undefined for any other key. What
 * scrolls the drawer is Page Up, Page Down and Space, which the browser hears by itself.
 */
export function drawerStep(press: KeyPress): -1 | 1 | undefined {
  return STEPS.get(plainKey(press));
}

/** Whether a key in the drawer pins the open call, or ends that. */
export function isPinKey(press: KeyPress): boolean {
  return plainKey(press) === "c";
}

/** With caps lock on, letters come in upper case though Shift is not held. */
function plainKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string {
  if (ctrlKey || metaKey || altKey || shiftKey) return "";
  return key.length === 1 ? key.toLowerCase() : key;
}
