import { expect, test } from "vitest";
import type { AnswerLine } from "#contract/api/counts.ts";
import { detailOf, readBuckets, sumOf, withStale } from "./histogram-buckets.ts";

const answer = (...lines: AnswerLine[]) => ({ lines, isWhole: false });

test("a bucket without a line is not known, one with 0 is", () => {
  const lines = answer({ ask: 0, bucket: 1, count: 0 });
  expect(readBuckets([10, 20, 30], lines)).toEqual([
    { from: 10, end: 20 },
    { from: 20, end: 30, count: 0 },
  ]);
  expect(readBuckets([10, 20], undefined)).toEqual([{ from: 10, end: 20 }]);
  expect(readBuckets([10, 20, 30], lines, true)).toEqual([
    { from: 10, end: 20, hasFailed: true },
    { from: 20, end: 30, count: 0 },
  ]);
});

test("how they were counted is told by the first that has calls", () => {
  expect(detailOf(readBuckets([10, 20], undefined), false)).toBeUndefined();
  expect(detailOf([{ from: 10, end: 20, count: 0 }], true)).toBeUndefined();
  expect(detailOf([{ from: 10, end: 20, count: 3 }], false)).toBeUndefined();
  expect(detailOf([{ from: 10, end: 20, count: 3 }], true)).toBe("totals");
  expect(detailOf([{ from: 10, end: 20, count: 3, tones: { good: 3 } }], false)).toBe("tones");
});

test("a sum is known where all of it is", () => {
  const buckets = [
    { from: 0, end: 1, count: 3 },
    { from: 1, end: 2, count: 4 },
    { from: 2, end: 3 },
  ];
  expect(sumOf(buckets, 0, 1)).toBe(7);
  expect(sumOf(buckets, 1, 2)).toBeUndefined();
});

test("what is counted anew has what it had, and does not count with it", () => {
  const before = [
    { from: 0, end: 10, count: 3 },
    { from: 10, end: 20, count: 4 },
    { from: 20, end: 25, count: 1 },
  ];
  const now = [
    { from: 0, end: 10, count: 5 },
    { from: 10, end: 20 },
    { from: 20, end: 30 },
    { from: 30, end: 32 },
  ];
  const shown = withStale(now, before);
  expect(shown.map(({ stale }) => stale?.count)).toEqual([undefined, 4, 1, undefined]);
  expect(sumOf(shown, 0, 1)).toBeUndefined();
  expect(withStale([{ from: 0, end: 5 }], [{ from: 0, end: 5 }])).toEqual([{ from: 0, end: 5 }]);
  // Another step of time: nothing is the same but where it begins.
  expect(withStale([{ from: 0, end: 5 }], before)).toEqual([{ from: 0, end: 5 }]);
});
