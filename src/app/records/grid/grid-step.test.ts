import { expect, test } from "vitest";
import { gridStep } from "./grid-step.ts";

const SIZE = { rows: 250, columns: 4, pageRows: 20 };
const HERE = { row: 50, column: 2 };

function press(keys: string, from = HERE) {
  const parts = keys.split("+");
  const held = (name: string) => parts.includes(name);
  const modifiers = {
    ctrlKey: held("Ctrl"),
    altKey: held("Alt"),
    metaKey: held("Meta"),
    shiftKey: held("Shift"),
  };
  const next = gridStep({ key: parts.at(-1) ?? "", ...modifiers }, from, SIZE);
  return next && [next.row, next.column];
}

test.each([
  ["ArrowDown", [51, 2]],
  ["ArrowUp", [49, 2]],
  ["ArrowRight", [50, 3]],
  ["ArrowLeft", [50, 1]],
  ["Home", [50, 0]],
  ["End", [50, 3]],
  ["Ctrl+Home", [0, 0]],
  ["Ctrl+End", [249, 3]],
  ["PageDown", [70, 2]],
  ["PageUp", [30, 2]],
])("%s goes where the grid pattern has it", (keys, place) => {
  expect(press(keys)).toEqual(place);
});

test("no key leads out of the grid", () => {
  expect(press("PageDown", { row: 240, column: 0 })).toEqual([249, 0]);
  expect(press("PageUp", { row: 3, column: 0 })).toEqual([0, 0]);
  expect(press("ArrowLeft", { row: 3, column: 0 })).toEqual([3, 0]);
  expect(press("ArrowRight", { row: 3, column: 3 })).toEqual([3, 3]);
});

test("the headings are one step above the first row", () => {
  expect(press("ArrowUp", { row: 0, column: 1 })).toEqual([-1, 1]);
  expect(press("ArrowUp", { row: -1, column: 1 })).toEqual([-1, 1]);
  expect(press("PageUp", { row: 0, column: 1 })).toEqual([0, 1]);
});

test.each(["Alt+ArrowLeft", "Meta+ArrowLeft", "Ctrl+ArrowDown", "Shift+ArrowRight", "a"])(
  "%s is left to others",
  (keys) => {
    expect(press(keys)).toBeUndefined();
  },
);
