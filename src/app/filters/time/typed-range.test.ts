import fc from "fast-check";
import { expect, test } from "vitest";
import { startOfDay } from "#contract/time/calendar-days.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#contract/time/durations.ts";
import { createFormats } from "#labels/formats.ts";
import { rangeText } from "#labels/range-text.ts";
import { readTypedRange } from "./typed-range.ts";

const CALENDAR = { timeZone: "Asia/Shanghai", retentionDays: 180 };
/** A Friday. */
const NOW = Date.parse("2026-11-27T12:29:30+08:00");
const at = (text: string) => Date.parse(`${text}+08:00`);
const read = (text: string, now = NOW) => readTypedRange(text, now, CALENDAR);
const span = (from: string, end: string) => ({ time: { from: at(from), to: at(end) - 1 } });
const day = (text: string, days = 1) => ({
  time: { from: at(`${text}T00:00`), to: at(`${text}T00:00`) + days * DAY_MS - 1 },
});

test.each([
  ["2026-10-01", day("2026-10-01")],
  ["2026/10/1", day("2026-10-01")],
  ["2026.10.1", day("2026-10-01")],
  ["20261001", day("2026-10-01")],
  ["2026年10月1日", day("2026-10-01")],
  ["２０２６－１０－０１", day("2026-10-01")],
  ["10-01", day("2026-10-01")],
  ["10月1号", day("2026-10-01")],
  ["Oct 1", day("2026-10-01")],
  ["1 October 2026", day("2026-10-01")],
  ["10月", day("2026-10-01", 31)],
  ["2026-10", day("2026-10-01", 31)],
  ["Feb 2024", day("2024-02-01", 29)],
  // The latest that has come.
  ["12-20", day("2025-12-20")],
  ["11-27", day("2026-11-27")],
  ["2月29日", day("2024-02-29")],
  ["前天", day("2026-11-25")],
  ["周三", day("2026-11-25")],
  ["星期六", day("2026-11-21")],
  ["上周三", day("2026-11-18")],
  ["monday", day("2026-11-23")],
  ["last Monday", day("2026-11-16")],
])("%s is the whole of it", (text, range) => expect(read(text)).toEqual(range));

test.each([
  ["2026/10/1 8:00", span("2026-10-01T08:00", "2026-10-01T09:00")],
  ["2026-10-01T08:30", span("2026-10-01T08:30", "2026-10-01T09:30")],
  ["昨天 9点", span("2026-11-26T09:00", "2026-11-26T10:00")],
  ["昨天9点半", span("2026-11-26T09:30", "2026-11-26T10:30")],
  ["昨天下午3点", span("2026-11-26T15:00", "2026-11-26T16:00")],
  ["yesterday 3pm", span("2026-11-26T15:00", "2026-11-26T16:00")],
  ["8：15", span("2026-11-27T08:15", "2026-11-27T09:15")],
  ["昨天下午", span("2026-11-26T12:00", "2026-11-26T18:00")],
  ["周三上午", span("2026-11-25T00:00", "2026-11-25T12:00")],
  ["2026-10-01T00:00:00Z", span("2026-10-01T08:00", "2026-10-01T09:00")],
  ["1790812800000", span("2026-10-01T08:00", "2026-10-01T09:00")],
  ["1790812800", span("2026-10-01T08:00", "2026-10-01T09:00")],
])("%s is the hour from it, or the part of the day", (text, range) =>
  expect(read(text)).toEqual(range),
);

test.each([
  ["-3d", 3 * DAY_MS],
  ["now-90m", 90 * MINUTE_MS],
  ["2小时前", 2 * HOUR_MS],
  ["3 days ago", 3 * DAY_MS],
  ["近 20 分钟", 20 * MINUTE_MS],
  ["last 2 hours", 2 * HOUR_MS],
])("%s is from then until now", (text, ago) =>
  expect(read(text)).toEqual({ time: { from: NOW - ago, to: NOW } }),
);

test("the last days are whole ones, with today; a month is one of the calendar", () => {
  expect(read("最近3天")).toEqual({ time: { from: at("2026-11-25T00:00"), to: NOW } });
  expect(read("last 2 weeks")).toEqual({ time: { from: at("2026-11-14T00:00"), to: NOW } });
  expect(read("-1mo", at("2026-03-31T10:00"))).toEqual({
    time: { from: at("2026-02-28T10:00"), to: at("2026-03-31T10:00") },
  });
});

test.each([
  ["今天", "today"],
  ["近7天", "last7d"],
  ["近 7 天", "last7d"],
  ["Last 30 days", "last30d"],
  ["上周", "lastWeek"],
  ["last hour", "last1h"],
  ["全部", "all"],
])("%s has a name and moves on", (text, relative) =>
  expect(read(text)).toEqual({ time: { relative } }),
);

test.each([
  ["10-01 .. 10-15", day("2026-10-01", 15)],
  ["10-01 - 10-15", day("2026-10-01", 15)],
  ["10-01-10-15", day("2026-10-01", 15)],
  ["2026-10-01~2026-10-15", day("2026-10-01", 15)],
  ["10月1日到10月15日", day("2026-10-01", 15)],
  ["从10月1日至15日", day("2026-10-01", 15)],
  ["from Oct 1 to Oct 15", day("2026-10-01", 15)],
  ["Oct 1, 2026 - Oct 15, 2026", day("2026-10-01", 15)],
  ["2026-10-15\t2026-10-01", day("2026-10-01", 15)],
  ["12-20 .. 01-05", { time: { from: at("2025-12-20T00:00"), to: at("2026-01-06T00:00") - 1 } }],
  ["11-27 04:30 → 12:29", span("2026-11-27T04:30", "2026-11-27T12:30")],
  ["昨天 9:00-11:30", span("2026-11-26T09:00", "2026-11-26T11:31")],
  ["昨天22点到2点", span("2026-11-26T22:00", "2026-11-27T02:00")],
  ["10点 .. 11点", span("2026-11-27T10:00", "2026-11-27T11:00")],
  ["9点半到10点15分", span("2026-11-27T09:30", "2026-11-27T10:15")],
  ["9am - 11am", span("2026-11-27T09:00", "2026-11-27T11:00")],
  ["今天11点 - 今天10点", span("2026-11-27T10:00", "2026-11-27T11:00")],
  ["9:00-11:00", span("2026-11-27T09:00", "2026-11-27T11:01")],
  ["2026-10-01 08:00:00 - 2026-10-02 09:30:15", span("2026-10-01T08:00:00", "2026-10-02T09:30:16")],
  ["2026-10-01 08:00:00,2026-10-02 24:00", span("2026-10-01T08:00", "2026-10-03T00:00")],
  ["昨天..now", { time: { from: at("2026-11-26T00:00"), to: NOW } }],
  ["-3d..-1d", { time: { from: NOW - 3 * DAY_MS, to: NOW - DAY_MS } }],
])("%s is from one to the other, both included", (text, range) =>
  expect(read(text)).toEqual(range),
);

test.each([
  "",
  "hello",
  "2026-02-30",
  "13-01",
  "25:00",
  "昨天 9:75",
  "下午 9点",
  "10",
  "2026-10 8:00",
  "99999-01-01",
  "now",
  "--3d",
  "-3x",
])("%j is not understood, and nothing is guessed", (text) =>
  expect(read(text)).toEqual({ problem: "unknown" }),
);

test("what is yet to come is said to be", () => {
  expect(read("2026-12-24")).toEqual({ problem: "ahead" });
  expect(read("23:00")).toEqual({ problem: "ahead" });
  expect(read("本周六")).toEqual({ problem: "ahead" });
});

test("whatever is typed gives a range or a reason, never an error", () => {
  const bits = fc.constantFrom(
    ..."0123456789-/.: 年月日点前周上昨天→到dapmtz,".split(""),
    "now",
    "last ",
  );
  const texts = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.array(bits).map((all) => all.join("")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const found = read(text);
      if ("problem" in found || "relative" in found.time) return;
      expect(found.time.from).toBeLessThanOrEqual(found.time.to);
      expect(found.time.from).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 3000 },
  );
});

test("what the control shows means the same when it is typed", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2015, 0), max: NOW - 90 * DAY_MS }),
      fc.integer({ min: 1, max: 60 * 24 * 80 }),
      fc.constantFrom(1000, MINUTE_MS, DAY_MS),
      fc.constantFrom("Asia/Shanghai", "Asia/Kathmandu", "UTC"),
      (first, count, unit, timeZone) => {
        const formats = createFormats("zh-CN", timeZone);
        const floor = (ms: number) =>
          unit === DAY_MS ? startOfDay(ms, timeZone) : ms - (ms % unit);
        const from = floor(first);
        const time = { from, to: floor(from + count * MINUTE_MS + unit) - 1 };
        const text = rangeText(time, formats, NOW);
        expect(readTypedRange(text, NOW, { timeZone, retentionDays: 180 })).toEqual({ time });
      },
    ),
    { numRuns: 500 },
  );
});

test("what the control shows means the same when it is typed, also where clocks show an hour twice", () => {
  const changes = {
    "America/New_York": Date.UTC(2025, 10, 2, 6),
    "Australia/Lord_Howe": Date.UTC(2026, 3, 4, 15),
    "Atlantic/Azores": Date.UTC(2025, 9, 26, 1),
    "America/Havana": Date.UTC(2025, 10, 2, 5),
  };
  const minutes = fc.integer({ min: -200, max: 200 });
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.entries(changes)),
      minutes,
      minutes,
      ([timeZone, change], one, other) => {
        const [first, last] = [Math.min(one, other), Math.max(one, other)];
        const time = {
          from: change + first * MINUTE_MS,
          to: change + (last + 1) * MINUTE_MS - 1,
        };
        const text = rangeText(time, createFormats("zh-CN", timeZone), NOW);
        expect(readTypedRange(text, NOW, { timeZone, retentionDays: 180 })).toEqual({ time });
      },
    ),
    { numRuns: 500 },
  );
});

test("one offset at the end holds for both, and one that the clocks did not have is not understood", () => {
  const now = Date.parse("2026-11-27T12:29:30-05:00");
  const there = (text: string) =>
    readTypedRange(text, now, { timeZone: "America/New_York", retentionDays: 180 });
  const range = (from: string, end: string) => ({
    time: { from: Date.parse(from), to: Date.parse(end) - 1 },
  });
  expect(there("11-01 01:15 → 01:44 UTC-05:00")).toEqual(
    range("2026-11-01T01:15-05:00", "2026-11-01T01:45-05:00"),
  );
  expect(there("11-01 01:15 → 01:44")).toEqual(
    range("2026-11-01T01:15-04:00", "2026-11-01T01:45-05:00"),
  );
  expect(there("11-01 00:30 → 01:14 utc-0500")).toEqual(
    range("2026-11-01T00:30-04:00", "2026-11-01T01:15-05:00"),
  );
  expect(there("11-01 01:15 UTC-05:00")).toEqual(
    range("2026-11-01T01:15-05:00", "2026-11-01T02:15-05:00"),
  );
  expect(there("11-01 01:15 UTC+08:00")).toEqual({ problem: "unknown" });
  expect(there("11-01 UTC-05:00")).toEqual({ problem: "unknown" });
});

test("between two times lie all instants whose clocks show them or what is in between", () => {
  const zones = ["America/New_York", "Australia/Lord_Howe", "Atlantic/Azores", "Africa/Cairo"];
  const changes = [
    Date.UTC(2025, 10, 2, 6),
    Date.UTC(2026, 2, 8, 7),
    Date.UTC(2026, 3, 4, 15),
    Date.UTC(2025, 9, 26, 1),
    Date.UTC(2026, 3, 23, 22),
  ];
  const minutes = fc.integer({ min: -150, max: 150 });
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.constantFrom(...changes),
      minutes,
      minutes,
      (timeZone, change, one, other) => {
        const words = new Intl.DateTimeFormat("sv-SE", {
          timeZone,
          dateStyle: "short",
          timeStyle: "medium",
        });
        const readingOf = (minute: number) => words.format(change + minute * MINUTE_MS);
        const [start = "", end = ""] = [readingOf(one), readingOf(other)].toSorted();
        const shown = Array.from({ length: 601 }, (_unused, index) => index - 300).filter(
          (minute) => readingOf(minute) >= start && readingOf(minute) <= end,
        );
        const [first = 0, last = 0] = [shown[0], shown.at(-1)];
        expect(readTypedRange(`${start} → ${end}`, NOW, { timeZone, retentionDays: 180 })).toEqual({
          time: { from: change + first * MINUTE_MS, to: change + last * MINUTE_MS + 999 },
        });
      },
    ),
    { numRuns: 500 },
  );
});
