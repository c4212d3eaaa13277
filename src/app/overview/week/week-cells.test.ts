import fc from "fast-check";
import { expect, test } from "vitest";
import type { Answer } from "#app/api/counts-query.ts";
import { DAY_MS, HOUR_MS } from "#contract/time/durations.ts";
import { weekHoursOf } from "#contract/time/week-hours.ts";
import { medianOf, weekCellsOf } from "./week-cells.ts";

/** Midnight of a Monday in Shanghai, whose clocks are never set. */
const MONDAY = Date.UTC(2026, 10, 22, 16);
const hours = weekHoursOf({ from: MONDAY, to: MONDAY + 15 * DAY_MS - 1 }, "Asia/Shanghai");
const calls = fc.array(
  fc.record({ at: fc.nat(15 * DAY_MS - 1), seconds: fc.integer({ min: 1, max: 9 }) }),
  { maxLength: 200 },
);

test("a cell has the calls of its hour in all weeks, and the median of all their waits", () => {
  fc.assert(
    fc.property(calls, (all) => {
      const of = (index: number) => all.filter(({ at }) => Math.floor(at / HOUR_MS) === index);
      const lines = hours.cells.flatMap((_cell, bucket) => {
        const lasted = of(bucket).map(({ seconds }) => seconds);
        return lasted.length > 0 ? [{ ask: 0, bucket, count: lasted.length, lasted }] : [];
      });
      const cells = weekCellsOf(hours, { lines, isWhole: true });
      for (const [index, cell] of cells.entries()) {
        const mine = all.filter(({ at }) => Math.floor(at / HOUR_MS) % 168 === index);
        const rising = mine.map(({ seconds }) => seconds).toSorted((a, b) => a - b);
        expect(cell.count).toBe(mine.length);
        expect(cell.median).toBe(rising[Math.ceil(rising.length / 2) - 1]);
        expect(cell.hours).toHaveLength(index < 24 ? 3 : 2);
        expect(cell.hours.map(({ count = 0 }) => count).reduce((a, b) => a + b)).toBe(mine.length);
      }
    }),
    { numRuns: 20 },
  );
});

test("what is not told yet is not known, and no zero", () => {
  const answer: Answer = { lines: [{ ask: 0, bucket: 0, count: 4 }], isWhole: false };
  const [first, second] = weekCellsOf(hours, answer);
  // The same hour of the other weeks is not known.
  expect(first?.count).toBeUndefined();
  expect(first?.hours[0]?.count).toBe(4);
  expect(second?.count).toBeUndefined();
  expect(weekCellsOf(hours, undefined)[0]?.count).toBeUndefined();
  expect(weekCellsOf(hours, null)[0]?.count).toBe(0);
});

test("of none there is no median", () => {
  expect(medianOf([])).toBeUndefined();
  expect(medianOf([5])).toBe(5);
});
