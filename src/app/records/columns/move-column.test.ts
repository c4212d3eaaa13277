import fc from "fast-check";
import { expect, test } from "vitest";
import { COLUMN_NAMES, type Columns } from "#contract/view/columns.ts";
import { moveColumn, stepTarget } from "./move-column.ts";

const columns: Columns = { shown: ["startTime", "contactType", "talkTime", "ringTime"], pinned: 2 };

const anyColumns: fc.Arbitrary<Columns> = fc
  .shuffledSubarray([...COLUMN_NAMES], { minLength: 1, maxLength: 6 })
  .chain((shown) => fc.record({ shown: fc.constant(shown), pinned: fc.nat(shown.length) }));

test("a column dropped among the pinned is pinned", () => {
  expect(moveColumn(columns, "ringTime", "contactType")).toEqual({
    shown: ["startTime", "ringTime", "contactType", "talkTime"],
    pinned: 3,
  });
});

test("a column dragged out of the pinned is free", () => {
  expect(moveColumn(columns, "startTime", undefined)).toEqual({
    shown: ["contactType", "talkTime", "ringTime", "startTime"],
    pinned: 1,
  });
});

test("at the border a column stays what it was", () => {
  expect(moveColumn(columns, "startTime", "talkTime").pinned).toBe(2);
  expect(moveColumn(columns, "ringTime", "talkTime").pinned).toBe(2);
});

test("a column that is not shown, or that stays where it is, changes nothing", () => {
  expect(moveColumn(columns, "parties", "talkTime")).toBe(columns);
  expect(moveColumn(columns, "talkTime", "talkTime")).toBe(columns);
});

test("a move changes the place and the pin of no other column", () => {
  fc.assert(
    fc.property(anyColumns, fc.nat(), fc.nat(), (before, a, b) => {
      const column = before.shown[a % before.shown.length];
      const target = [...before.shown, undefined][b % (before.shown.length + 1)];
      if (column === undefined || target === column) return;
      const after = moveColumn(before, column, target);
      const others = (all: Columns) => all.shown.filter((one) => one !== column);
      expect(others(after)).toEqual(others(before));
      expect(after.shown[after.shown.indexOf(column) + 1]).toBe(target);
      const free = (all: Columns) => all.shown.slice(all.pinned).filter((one) => one !== column);
      expect(free(after)).toEqual(free(before));
    }),
  );
});

test("steps one way and back leave the order as it was", () => {
  fc.assert(
    fc.property(anyColumns, fc.nat(), (before, a) => {
      const column = before.shown[a % before.shown.length];
      const right = column && stepTarget(before.shown, column, 1);
      // At the end there is no step to the right.
      fc.pre(column !== undefined && right !== false);
      const moved = moveColumn(before, column, right);
      const left = stepTarget(moved.shown, column, -1);
      expect(moved.shown.indexOf(column)).toBe(before.shown.indexOf(column) + 1);
      expect(left).toBe(before.shown[before.shown.indexOf(column) + 1]);
      fc.pre(left !== false);
      expect(moveColumn(moved, column, left).shown).toEqual(before.shown);
    }),
  );
});

test("there is no step beyond the ends", () => {
  expect(stepTarget(columns.shown, "startTime", -1)).toBe(false);
  expect(stepTarget(columns.shown, "contactType", -1)).toBe("startTime");
  expect(stepTarget(columns.shown, "talkTime", 1)).toBeUndefined();
  expect(stepTarget(columns.shown, "ringTime", 1)).toBe(false);
});
