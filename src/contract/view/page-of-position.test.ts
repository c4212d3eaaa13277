import { expect, test } from "vitest";
import { pageOfPosition } from "./page-of-position.ts";
import { LIST_REACH, PAGE_SIZE } from "./paging.ts";

test("a position is on the page that lists it, as far as pages go", () => {
  expect(pageOfPosition(1)).toBe(1);
  expect(pageOfPosition(PAGE_SIZE)).toBe(1);
  expect(pageOfPosition(PAGE_SIZE + 1)).toBe(2);
  expect(pageOfPosition(LIST_REACH)).toBe(100);
  expect(pageOfPosition(LIST_REACH + 1)).toBeUndefined();
});
