import { expect, test } from "vitest";
import { DEFAULT_VIEW } from "#contract/view/view.ts";
import { pinChange } from "./pin-change.ts";

test("the open call is pinned, and whichever is pinned is let go", () => {
  expect(pinChange({ ...DEFAULT_VIEW, record: "a" })).toEqual({ beside: "a" });
  expect(pinChange({ ...DEFAULT_VIEW, record: "a", beside: "a" })).toEqual({ beside: undefined });
  expect(pinChange({ ...DEFAULT_VIEW, record: "b", beside: "a" })).toEqual({ beside: undefined });
});
