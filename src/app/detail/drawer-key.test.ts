import { expect, test } from "vitest";
import { drawerStep, isPinKey } from "./drawer-key.ts";

const NOTHING_HELD = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test.each([
  ["ArrowDown", 1],
  ["j", 1],
  ["J", 1],
  ["ArrowUp", -1],
  ["k", -1],
  ["PageDown", undefined],
  [" ", undefined],
  ["Home", undefined],
  ["toString", undefined],
])("%j goes to the call %j rows on", (key, step) => {
  expect(drawerStep({ ...NOTHING_HELD, key })).toBe(step);
});

test("with anything held a key is the browser's", () => {
  for (const held of ["ctrlKey", "metaKey", "altKey", "shiftKey"])
    expect(drawerStep({ ...NOTHING_HELD, [held]: true, key: "ArrowDown" })).toBeUndefined();
});

test("c pins, with nothing held", () => {
  expect(isPinKey({ ...NOTHING_HELD, key: "c" })).toBe(true);
  expect(isPinKey({ ...NOTHING_HELD, key: "C" })).toBe(true);
  expect(isPinKey({ ...NOTHING_HELD, key: "j" })).toBe(false);
  // That copies.
  expect(isPinKey({ ...NOTHING_HELD, ctrlKey: true, key: "c" })).toBe(false);
});
