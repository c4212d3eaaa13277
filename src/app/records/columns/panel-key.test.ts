import { expect, test } from "vitest";
import type { Column } from "#contract/view/columns.ts";
import { panelKey } from "./panel-key.ts";

const rows: readonly Column[] = ["startTime", "parties", "talkTime"];

function asked(combination: string, column: Column = "parties") {
  const parts = combination.split("+");
  const press = {
    key: parts.at(-1) ?? "",
    ctrlKey: parts.includes("Ctrl"),
    metaKey: parts.includes("Meta"),
    altKey: parts.includes("Alt"),
    shiftKey: parts.includes("Shift"),
  };
  return panelKey(press, column, rows);
}

test("arrows go from row to row, and no further than the ends", () => {
  expect(asked("ArrowDown")).toEqual({ act: "focus", column: "talkTime" });
  expect(asked("ArrowUp")).toEqual({ act: "focus", column: "startTime" });
  expect(asked("ArrowUp", "startTime")).toEqual({ act: "focus", column: "startTime" });
  expect(asked("End", "startTime")).toEqual({ act: "focus", column: "talkTime" });
  expect(asked("Home", "talkTime")).toEqual({ act: "focus", column: "startTime" });
});

test("arrows with Alt move the column", () => {
  expect(asked("Alt+ArrowUp")).toEqual({ act: "move", step: -1 });
  expect(asked("Alt+ArrowDown")).toEqual({ act: "move", step: 1 });
});

test("P pins, with caps lock on as well", () => {
  expect(asked("p")).toEqual({ act: "pin" });
  expect(asked("P")).toEqual({ act: "pin" });
});

test.each([" ", "Enter", "Tab", "Alt+p", "Ctrl+p", "Meta+p", "Shift+ArrowDown", "Alt+Home", "x"])(
  "%j is left to the browser",
  (key) => {
    expect(asked(key)).toBeUndefined();
  },
);
