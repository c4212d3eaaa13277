import { expect, test } from "vitest";
import { chooseLookup } from "./choose-lookup.ts";

test("all calls since are read where they are fewer pages than there are callers", () => {
  expect(chooseLookup([5_000], 60)).toBe("all");
  expect(chooseLookup([5_000], 50)).toBe("all");
  expect(chooseLookup([5_001], 50)).toBe("each");
});

test("what page numbers do not reach, or is more than it may cost, is not read from end to end", () => {
  expect(chooseLookup([9_000], 1_000)).toBe("all");
  expect(chooseLookup([9_001], 1_000)).toBe("each");
  expect(chooseLookup([9_000, 9_000, 9_000, 9_000, 9_000], 1_000)).toBe("each");
});

test("each of several lists is looked through for each caller", () => {
  expect(chooseLookup([1_000, 1_000], 9)).toBe("each");
  expect(chooseLookup([1_000, 1_000], 10)).toBe("all");
});
