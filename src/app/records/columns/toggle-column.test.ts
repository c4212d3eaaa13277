import fc from "fast-check";
import { expect, test } from "vitest";
import { COLUMN_NAMES, DEFAULT_COLUMNS, type Columns } from "#contract/view/columns.ts";
import { hideColumn, showColumn } from "./toggle-column.ts";

test("hiding and showing a built-in column leaves all as it was", () => {
  for (const column of DEFAULT_COLUMNS.shown)
    expect(showColumn(hideColumn(DEFAULT_COLUMNS, column), column)).toEqual(DEFAULT_COLUMNS);
});

test("hiding a pinned column pins no other in its place", () => {
  expect(
    hideColumn({ shown: ["startTime", "parties", "talkTime"], pinned: 2 }, "startTime"),
  ).toEqual({ shown: ["parties", "talkTime"], pinned: 1 });
});

test("the last column cannot be hidden", () => {
  const only: Columns = { shown: ["parties"], pinned: 0 };
  expect(hideColumn(only, "parties")).toBe(only);
});

test("a column that is not built in comes last", () => {
  expect(showColumn(DEFAULT_COLUMNS, "heldTime").shown.at(-1)).toBe("heldTime");
});

test("a built-in column that comes back does not come between the pinned", () => {
  expect(showColumn({ shown: ["heldTime", "broker", "startTime"], pinned: 2 }, "parties")).toEqual({
    shown: ["heldTime", "broker", "startTime", "parties"],
    pinned: 2,
  });
  expect(showColumn({ shown: ["startTime", "talkTime"], pinned: 2 }, "parties")).toEqual({
    shown: ["startTime", "talkTime", "parties"],
    pinned: 2,
  });
});

test("showing keeps the others in order and each as pinned as it was", () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...COLUMN_NAMES], { minLength: 1 }),
      fc.nat(),
      fc.constantFrom(...COLUMN_NAMES),
      (shown, n, column) => {
        const before = { shown, pinned: n % (shown.length + 1) };
        const after = showColumn(before, column);
        expect(after.shown).toContain(column);
        if (shown.includes(column)) return;
        expect(hideColumn(after, column)).toEqual(before);
      },
    ),
  );
});
