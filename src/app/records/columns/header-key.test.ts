import { expect, test } from "vitest";
import { HEADER_SHORTCUTS, headerKey } from "./header-key.ts";

function pressOf(combination: string) {
  const parts = combination.split("+");
  return {
    key: parts.at(-1) ?? "",
    ctrlKey: parts.includes("Ctrl"),
    metaKey: parts.includes("Meta"),
    altKey: parts.includes("Alt"),
    shiftKey: parts.includes("Shift"),
  };
}

test("every listed shortcut does what it is listed for", () => {
  for (const { keys, message } of HEADER_SHORTCUTS)
    for (const key of keys) expect(headerKey(pressOf(key))?.act, key).toBe(message);
});

test("left is the left and right is the right", () => {
  expect(headerKey(pressOf("<"))).toEqual({ act: "move", step: -1 });
  expect(headerKey(pressOf("Shift+>"))).toEqual({ act: "move", step: 1 });
  expect(headerKey(pressOf("."))).toEqual({ act: "move", step: 1 });
  expect(headerKey(pressOf("Shift+ArrowRight"))).toEqual({ act: "resize", step: 1 });
});

test("Space sorts, too", () => {
  expect(headerKey(pressOf(" "))).toEqual({ act: "sort" });
});

test.each([
  "ArrowLeft",
  "ArrowDown",
  "Home",
  "F10",
  "Tab",
  "Shift+Tab",
  "Ctrl+Enter",
  "Shift+Enter",
  "Alt+Enter",
  "Alt+ArrowLeft",
  "Alt+ArrowRight",
  "Alt+Shift+ArrowLeft",
  "Ctrl+ArrowLeft",
  "Meta+ArrowLeft",
])("%s is left to the table and the browser", (key) => {
  expect(headerKey(pressOf(key))).toBeUndefined();
});
