import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRange } from "./recording-range.ts";

const read = (range: string, ifRange?: string) =>
  readRange({ range, "if-range": ifRange }, 100, '"tag"');

test.each([
  ["bytes=0-0", { start: 0, end: 0 }],
  ["bytes=0-", { start: 0, end: 99 }],
  ["bytes=10-19", { start: 10, end: 19 }],
  ["bytes=90-200", { start: 90, end: 99 }],
  ["bytes=-7", { start: 93, end: 99 }],
  ["bytes=-100", { start: 0, end: 99 }],
  ["bytes=-101", { start: 0, end: 99 }],
])("%s is a range", (range, expected) => {
  expect(read(range)).toEqual(expected);
});

test.each(["bytes=5-2", "bytes=200-100"])("%s ends before it begins, and is none", (range) => {
  expect(read(range)).toBe("whole");
});

test.each(["bytes=100-", "bytes=100-200", "bytes=-0", "bytes=9999999999999999999-"])(
  "%s begins behind the end",
  (range) => {
    expect(read(range)).toBe("unsatisfiable");
  },
);

test.each([
  "",
  "bytes",
  "bytes=",
  "bytes=x-",
  "bytes=0-1,5-6",
  "seconds=0-1",
  "seconds=200-",
  "=0-",
])("%j is as if nothing were said", (range) => {
  expect(read(range)).toBe("whole");
});

describe("a range of what the client had before", () => {
  test("holds while the tag is the same, and is of the whole afterwards", () => {
    expect(read("bytes=1-2", '"tag"')).toEqual({ start: 1, end: 2 });
    expect(read("bytes=1-2", '"other"')).toBe("whole");
    expect(read("bytes=1-2", 'W/"tag"')).toBe("whole");
    expect(read("bytes=1-2", "Sun, 22 Nov 2026 08:00:00 GMT")).toBe("whole");
    expect(read("bytes=100-", '"other"')).toBe("whole");
  });
});

test("no header makes a range that the file does not have", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."0159-,= ") })),
      (rest) => {
        const range = read(`bytes=${rest}`);
        const { start, end } = typeof range === "string" ? { start: 0, end: 99 } : range;
        expect([0 <= start, start <= end, end <= 99]).toEqual([true, true, true]);
      },
    ),
    { numRuns: 1000 },
  );
});
