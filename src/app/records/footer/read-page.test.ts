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
  expect(readPage(text, 200)).toBe(page);
});
