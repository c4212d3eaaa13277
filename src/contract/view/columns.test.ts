import { expect, test } from "vitest";
import { DEFAULT_COLUMNS, isSameColumns } from "./columns.ts";

test("columns are the same if the same ones are shown, in the same order, and as many pinned", () => {
  const { shown, pinned } = DEFAULT_COLUMNS;
  const isDefault = (columns: typeof DEFAULT_COLUMNS) => isSameColumns(columns, DEFAULT_COLUMNS);
  expect(isDefault({ shown: [...shown], pinned })).toBe(true);
  expect(isDefault({ shown, pinned: pinned + 1 })).toBe(false);
  expect(isDefault({ shown: shown.toReversed(), pinned })).toBe(false);
  expect(isDefault({ shown: shown.slice(1), pinned })).toBe(false);
});
