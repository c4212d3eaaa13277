import { expect, test } from "vitest";
import { readPage } from "./read-page.ts";

test.each([
  ["7", 7],
  [" 7 ", 7],
  ["７", 7],
  ["1,203", 200],
  ["0", undefined],
  ["-3", undefined],
  ["2.5", undefined],
  ["two", undefined],
  ["", undefined],
])("of 200 pages %j names %s", (text, page) => {
  expect(readPage(text, 200)?.page).toBe(page);
});

test("past the end is told from the end", () => {
  expect(readPage("201", 200)).toEqual({ page: 200, isPast: true });
  expect(readPage("200", 200)).toEqual({ page: 200, isPast: false });
});
