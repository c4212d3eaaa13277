import fc from "fast-check";
import { expect, test } from "vitest";
import { PAGE_SIZE } from "#contract/view/paging.ts";
import { createRowSpace, DIVIDER_HEIGHT } from "./row-space.ts";

const heights = fc.constantFrom(28, 34);

test("the row at a row's upper and lower edge is that row, in lists of any length", () => {
  fc.assert(
    fc.property(heights, fc.nat(20_000_000), (rowHeight, index) => {
      const space = createRowSpace(rowHeight);
      expect(space.indexAt(space.top(index))).toBe(index);
      expect(space.indexAt(space.top(index) + rowHeight - 1)).toBe(index);
    }),
  );
});

test("rows stand one below the other, with a line between pages", () => {
  fc.assert(
    fc.property(heights, fc.nat(100_000), (rowHeight, index) => {
      const { top, height } = createRowSpace(rowHeight);
      const gap = (index + 1) % PAGE_SIZE === 0 ? DIVIDER_HEIGHT : 0;
      expect(top(index + 1) - top(index)).toBe(rowHeight + gap);
      expect(height(index + 1)).toBe(top(index) + rowHeight);
    }),
  );
});

test("on the line between two pages the lower one begins", () => {
  const space = createRowSpace(34);
  expect(space.indexAt(space.top(PAGE_SIZE) - 1)).toBe(PAGE_SIZE);
  expect(space.indexAt(-5)).toBe(0);
});
