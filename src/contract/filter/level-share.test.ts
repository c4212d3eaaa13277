import { expect, test } from "vitest";
import { levelShare } from "./level-share.ts";

const COUNTS = { offered: 100, answered: 90, within: 81, short: 10 };

test("each formula has its own base", () => {
  expect(levelShare(COUNTS, "offered")).toBe(0.81);
  expect(levelShare(COUNTS, "less-short")).toBe(0.9);
  expect(levelShare(COUNTS, "answered")).toBe(0.9);
});

test("of no calls there is no share, and without a count that it takes it is not known", () => {
  const none = { offered: 4, answered: 0, within: 0, short: 4 };
  expect(levelShare(none, "offered")).toBe(0);
  expect(levelShare(none, "less-short")).toBeUndefined();
  expect(levelShare(none, "answered")).toBeUndefined();
  expect(levelShare({ ...COUNTS, short: null }, "less-short")).toBeNull();
  expect(levelShare({ ...COUNTS, short: null }, "offered")).toBe(0.81);
  expect(levelShare({ ...COUNTS, within: null }, "offered")).toBeNull();
});
