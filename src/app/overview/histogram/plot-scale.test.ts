import fc from "fast-check";
import { expect, test } from "vitest";
import { countLines } from "./plot-scale.ts";

test("lines are at round counts", () => {
  expect(countLines(1)).toEqual([1]);
  expect(countLines(3)).toEqual([1, 2, 3]);
  expect(countLines(37)).toEqual([20]);
  expect(countLines(64)).toEqual([50]);
  expect(countLines(1234)).toEqual([500, 1000]);
});

test("there are one to three lines, at whole counts below the top", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), (top) => {
      const lines = countLines(top);
      expect(lines.length).toBeGreaterThanOrEqual(1);
      expect(lines.length).toBeLessThanOrEqual(3);
      for (const line of lines) {
        expect(Number.isInteger(line)).toBe(true);
        expect(line).toBeLessThanOrEqual(top);
      }
    }),
  );
});
