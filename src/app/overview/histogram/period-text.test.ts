import { expect, test } from "vitest";
import { createFormats } from "#labels/formats.ts";
import { periodText } from "./period-text.ts";

const formats = createFormats("zh-CN", "Asia/Shanghai");
const at = (text: string) => Date.parse(`${text}+08:00`);
const text = (from: string, end: string) =>
  periodText(at(from), at(end), formats, at("2026-11-25T12:00:00"));

test("a part of a day is told by the clock, to the second only where it must be", () => {
  expect(text("2026-11-22T14:00:00", "2026-11-22T14:15:00")).toBe("11-22 14:00–14:15");
  expect(text("2026-11-22T14:00:00", "2026-11-22T14:05:12")).toBe("11-22 14:00–14:05:12");
  expect(text("2026-11-22T23:45:00", "2026-11-23T00:00:00")).toBe("11-22 23:45–24:00");
});

test("whole days are told by their dates, one with its weekday", () => {
  expect(text("2026-11-22T00:00:00", "2026-11-23T00:00:00")).toBe("11-22 周日");
  expect(text("2026-11-16T00:00:00", "2026-11-23T00:00:00")).toBe("11-16 – 11-22");
});

test("what begins or ends within a day says when", () => {
  expect(text("2026-11-23T00:00:00", "2026-11-25T14:05:12")).toBe("11-23 00:00 – 11-25 14:05:12");
});

test("a year other than this one is written", () => {
  expect(text("2025-12-31T23:00:00", "2026-01-01T00:00:00")).toBe("2025-12-31 23:00–24:00");
  expect(text("2025-12-29T00:00:00", "2026-01-05T00:00:00")).toBe("2025-12-29 – 01-04");
});

test("in the hour that clocks show twice it is said which of the two", () => {
  const newYork = createFormats("zh-CN", "America/New_York");
  const now = Date.parse("2026-11-25T12:00:00-05:00");
  const there = (from: string, end: string) =>
    periodText(Date.parse(from), Date.parse(end), newYork, now);
  expect(there("2026-11-01T01:45:00-04:00", "2026-11-01T02:00:00-04:00")).toBe(
    "11-01 01:45–02:00 UTC-04:00",
  );
  expect(there("2026-11-01T01:00:00-05:00", "2026-11-01T01:15:00-05:00")).toBe(
    "11-01 01:00–01:15 UTC-05:00",
  );
  expect(there("2026-11-01T01:00:00-04:00", "2026-11-01T02:00:00-05:00")).toBe(
    "11-01 01:00 UTC-04:00 – 02:00 UTC-05:00",
  );
  // The end is written, so that it must be known which of the two it is.
  expect(there("2026-11-01T00:45:00-04:00", "2026-11-01T01:00:00-04:00")).toBe(
    "11-01 00:45–01:00 UTC-04:00",
  );
  // One offset at the end would be taken for that of the start, too.
  expect(there("2026-11-01T00:00:00-04:00", "2026-11-01T02:00:00-05:00")).toBe(
    "11-01 00:00 UTC-04:00 – 02:00 UTC-05:00",
  );
  expect(there("2026-10-31T12:00:00-04:00", "2026-11-01T01:30:00-05:00")).toBe(
    "10-31 12:00 UTC-04:00 – 11-01 01:30 UTC-05:00",
  );
  expect(there("2026-11-01T01:30:00-05:00", "2026-11-01T03:00:00-05:00")).toBe(
    "11-01 01:30–03:00 UTC-05:00",
  );
  expect(there("2026-11-01T00:00:00-04:00", "2026-11-01T03:00:00-05:00")).toBe("11-01 00:00–03:00");
  expect(there("2026-11-01T00:00:00-04:00", "2026-11-02T00:00:00-05:00")).toBe("11-01 周日");
});

test("before a skipped hour a stretch ends where that begins", () => {
  const newYork = createFormats("zh-CN", "America/New_York");
  const [from, end] = [
    Date.parse("2026-03-08T01:45:00-05:00"),
    Date.parse("2026-03-08T03:00:00-04:00"),
  ];
  expect(periodText(from, end, newYork, from)).toBe("03-08 01:45–02:00");
});
