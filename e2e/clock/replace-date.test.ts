import { afterEach, beforeEach, expect, test } from "vitest";
import { replaceDate } from "./replace-date.ts";
import { TEST_INSTANT } from "./test-instant.ts";

const AT = Date.UTC(2031, 4, 6, 7, 8, 9, 10);
const before = Date;
beforeEach(() => replaceDate(() => AT));
afterEach(() => {
  globalThis.Date = before;
});

test("every way to ask for the present gives the other time", () => {
  expect(Date.now()).toBe(AT);
  expect(new Date().toISOString()).toBe("2031-05-06T07:08:09.010Z");
  expect(Date()).toContain("May 06 2031");
});

test("all else of it is as it was", () => {
  expect(new Date(0).toISOString()).toBe("1970-01-01T00:00:00.000Z");
  expect(new Date(2028, 1, 29).getDate()).toBe(29);
  expect(Date.parse("2028-02-29T00:00:00Z")).toBe(Date.UTC(2028, 1, 29));
  expect(new Date()).toBeInstanceOf(Date);
  class Later extends Date {}
  expect(new Later()).toBeInstanceOf(Later);
  expect(new Later().getTime()).toBe(AT);
});

test("unit tests stand at the instant of all tests", () => {
  globalThis.Date = before;
  expect(Date.now()).toBe(TEST_INSTANT);
});
