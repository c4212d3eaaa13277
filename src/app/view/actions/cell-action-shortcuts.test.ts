import { expect, test } from "vitest";
import { CELL_SHORTCUTS, cellShortcut, SHORTCUT_KEYS } from "./cell-action-shortcuts.ts";

const press = (key: string, held: Partial<Record<"ctrl" | "meta" | "alt" | "shift", true>> = {}) =>
  cellShortcut({
    key,
    ctrlKey: held.ctrl ?? false,
    metaKey: held.meta ?? false,
    altKey: held.alt ?? false,
    shiftKey: held.shift ?? false,
  });

test("the help lists every letter that does something, once", () => {
  const letters = CELL_SHORTCUTS.flatMap(({ keys }) => keys).filter((key) => key.length === 1);
  expect(letters.toSorted()).toEqual([...SHORTCUT_KEYS].toSorted());
});

test("letters count alone, with caps lock too, and never with a key that is the browser's", () => {
  expect(press("f")).toBe("f");
  expect(press("F")).toBe("f");
  expect(press("F", { shift: true })).toBeUndefined();
  for (const held of ["ctrl", "meta", "alt"] as const) {
    expect(press("f", { [held]: true })).toBeUndefined();
    expect(press("l", { [held]: true })).toBeUndefined();
  }
  expect(press("q")).toBeUndefined();
});

test("the keys that copy anywhere copy the cell", () => {
  expect(press("c", { ctrl: true })).toBe("c");
  expect(press("c", { meta: true })).toBe("c");
  expect(press("C", { ctrl: true, shift: true })).toBeUndefined();
  expect(press("c", { ctrl: true, meta: true })).toBeUndefined();
});

test("the keys for menus open the menu", () => {
  expect(press("ContextMenu")).toBe("menu");
  expect(press("F10", { shift: true })).toBe("menu");
  expect(press("F10")).toBeUndefined();
});
