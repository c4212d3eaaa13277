import { expect, test } from "vitest";
import { LIST_REACH, PAGE_SIZE } from "#contract/view/paging.ts";
import { pageOfPosition, rankLimit } from "./rank-reach.ts";

test("a median reaches twice as far as page numbers do, a 90th percentile ten times", () => {
  expect(rankLimit(0.5)).toBe(20_000);
  expect(rankLimit(0.9)).toBe(100_000);
});

test("a position is on the page that lists it, as far as pages go", () => {
  expect(pageOfPosition(1)).toBe(1);
  expect(pageOfPosition(PAGE_SIZE)).toBe(1);
  expect(pageOfPosition(PAGE_SIZE + 1)).toBe(2);
  expect(pageOfPosition(LIST_REACH)).toBe(100);
  expect(pageOfPosition(LIST_REACH + 1)).toBeUndefined();
});
