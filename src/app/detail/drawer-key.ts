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
  const { key, ctrlKey, metaKey, altKey, shiftKey } = press;
  if (ctrlKey || metaKey || altKey || shiftKey) return undefined;
  // With caps lock on, letters come in upper case though Shift is not held.
  return STEPS.get(key.length === 1 ? key.toLowerCase() : key);
}
