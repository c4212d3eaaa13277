import { expect, test } from "vitest";
import type { Columns } from "#contract/view/columns.ts";
import { isPinned, pinUpTo, togglePin, unpinFrom } from "./pin-columns.ts";

const columns: Columns = { shown: ["startTime", "contactType", "talkTime", "ringTime"], pinned: 2 };

test("a column that is pinned joins the pinned as their last", () => {
  expect(togglePin(columns, "ringTime")).toEqual({
    shown: ["startTime", "contactType", "ringTime", "talkTime"],
    pinned: 3,
  });
});

test("a column that is freed becomes the first of the free", () => {
  expect(togglePin(columns, "startTime")).toEqual({
    shown: ["contactType", "startTime", "talkTime", "ringTime"],
    pinned: 1,
  });
});

test("pinning up to a column leaves the order, and may free those after it", () => {
  expect(pinUpTo(columns, "talkTime")).toEqual({ ...columns, pinned: 3 });
  expect(pinUpTo(columns, "startTime")).toEqual({ ...columns, pinned: 1 });
});

test("freeing from a column on frees the pinned after it, too", () => {
  expect(unpinFrom(columns, "startTime").pinned).toBe(0);
  expect(unpinFrom(columns, "contactType").pinned).toBe(1);
  expect(unpinFrom(columns, "ringTime")).toBe(columns);
});

test("a column that is not shown is not pinned and cannot be", () => {
  expect(isPinned(columns, "parties")).toBe(false);
  expect(togglePin(columns, "parties")).toBe(columns);
  expect(pinUpTo(columns, "parties")).toBe(columns);
});
