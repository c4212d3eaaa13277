import { expect, test } from "vitest";
import { readTyped } from "./read-typed.ts";

const FORM = "YYYY-MM-DD HH:mm:ss";

test.each([
  ["2026-11-10", "2026-11-10 00:00:00", "2026-11-10 23:59:59"],
  ["2026-11-10 09:30", "2026-11-10 09:30:00", "2026-11-10 09:30:59"],
  ["2026-11-10 09:30:07", "2026-11-10 09:30:07", "2026-11-10 09:30:07"],
  [" 2026/9/5 09:30 ", "2026-09-05 09:30:00", "2026-09-05 09:30:59"],
  ["2026.11.10", "2026-11-10 00:00:00", "2026-11-10 23:59:59"],
  ["2026-11-10T09:30", "2026-11-10 09:30:00", "2026-11-10 09:30:59"],
])("%j begins at %s and ends at %s", (text, start, end) => {
  expect(readTyped(text, 0)?.format(FORM)).toBe(start);
  expect(readTyped(text, 1)?.format(FORM)).toBe(end);
});

test.each([
  "",
  "2026",
  "2026-11",
  "2026-11-1",
  "2026-11-31",
  "2026-11-10 9",
  "2026-11-10 25:00",
  "noon",
])("%j says no instant", (text) => {
  expect(readTyped(text, 0)).toBeUndefined();
});
