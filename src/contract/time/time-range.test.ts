import fc from "fast-check";
import { expect, test } from "vitest";
import { startOfDay } from "./calendar-days.ts";
import { DAY_MS, HOUR_MS } from "./durations.ts";
import { type RelativeRange } from "./relative-range.ts";
import { isTimeZone, resolveTimeRange, weekEarlier } from "./time-range.ts";

const ZONES = [
  "Asia/Shanghai",
  "UTC",
  "America/New_York",
  "America/Sao_Paulo",
  "Africa/Cairo",
  "Asia/Kathmandu",
  "Pacific/Apia",
  "Australia/Lord_Howe",
  "Atlantic/Azores",
];

/** The calendar day by another road than dayjs: Intl's own. */
const dayOf = (ms: number, timeZone: string) =>
  new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(ms);

const instants = fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2035, 0, 1) });

test("a day starts at the first instant that the zone's calendar gives its date", () => {
  fc.assert(
    fc.property(instants, fc.constantFrom(...ZONES), (now, zone) => {
      const start = startOfDay(now, zone);
      expect(start).toBeLessThanOrEqual(now);
      expect(dayOf(start, zone)).toBe(dayOf(now, zone));
      expect(dayOf(start - 1, zone)).not.toBe(dayOf(now, zone));
    }),
    { numRuns: 1000 },
  );
});

test("a day that has no midnight starts after the gap", () => {
  expect(startOfDay(Date.UTC(2024, 3, 26, 10), "Africa/Cairo")).toBe(Date.UTC(2024, 3, 25, 22));
});

test("a day that has two midnights starts at the first", () => {
  const noon = Date.UTC(2026, 9, 25, 12);
  const start = startOfDay(noon, "Atlantic/Azores");
  expect(dayOf(start, "Atlantic/Azores")).toBe("2026-10-25");
  expect(dayOf(start - 1, "Atlantic/Azores")).toBe("2026-10-24");
});

test("relative ranges end at the instant they are looked at, whole days at their end", () => {
  const asOf = Date.UTC(2026, 10, 22, 6, 5, 12);
  const midnight = Date.UTC(2026, 10, 21, 16);
  const day = DAY_MS;
  const resolve = (relative: RelativeRange) =>
    resolveTimeRange({ relative }, asOf, { timeZone: "Asia/Shanghai", retentionDays: 180 });
  expect(resolve("today")).toEqual({ from: midnight, to: asOf });
  expect(resolve("yesterday")).toEqual({ from: midnight - day, to: midnight - 1 });
  expect(resolve("last7d")).toEqual({ from: midnight - 6 * day, to: asOf });
  expect(resolve("last30d")).toEqual({ from: midnight - 29 * day, to: asOf });
});

test("a range ends at the instant it is looked at, one that lies ahead at its start", () => {
  expect(
    resolveTimeRange({ from: 5, to: 100 }, 50, { timeZone: "UTC", retentionDays: 180 }),
  ).toEqual({ from: 5, to: 50 });
  expect(
    resolveTimeRange({ from: 60, to: 100 }, 50, { timeZone: "UTC", retentionDays: 180 }),
  ).toEqual({ from: 60, to: 60 });
});

test("a week earlier whole days are whole days, whatever the clocks did since", () => {
  fc.assert(
    fc.property(
      instants,
      fc.integer({ min: 0, max: 9 }),
      fc.constantFrom(...ZONES),
      (now, days, zone) => {
        const range = { from: startOfDay(now, zone, days), to: startOfDay(now + DAY_MS, zone) - 1 };
        fc.pre(range.from < range.to);
        const earlier = weekEarlier(range, zone);
        expect(earlier).toEqual({
          from: startOfDay(range.from, zone, 7),
          to: startOfDay(range.to + 1, zone, 7) - 1,
        });
      },
    ),
    { numRuns: 500 },
  );
});

test("a week earlier the clocks show the same time", () => {
  const clock = (ms: number) =>
    new Intl.DateTimeFormat("en-GB", { timeZone: "America/New_York", timeStyle: "long" })
      .format(ms)
      .slice(0, 8);
  // Clocks there went from 02:00 to 03:00 on 8 March 2026.
  const range = { from: Date.UTC(2026, 2, 10, 4), to: Date.UTC(2026, 2, 10, 18, 5, 12) };
  const earlier = weekEarlier(range, "America/New_York");
  expect(clock(earlier.from)).toBe("00:00:00");
  expect(clock(earlier.to)).toBe(clock(range.to));
  expect(range.to - earlier.to).toBe(7 * DAY_MS - HOUR_MS);
});

test("where no clock changes, a week is seven times 24 hours, not before the first instant", () => {
  const range = { from: Date.UTC(2026, 10, 21, 16), to: Date.UTC(2026, 10, 22, 6, 5, 12) };
  expect(weekEarlier(range, "Asia/Shanghai")).toEqual({
    from: range.from - 7 * DAY_MS,
    to: range.to - 7 * DAY_MS,
  });
  expect(weekEarlier({ from: 5, to: 9 }, "UTC")).toEqual({ from: 0, to: 0 });
});

test("a week earlier the end is never before the start", () => {
  const near = fc.integer({ min: 0, max: 2 * HOUR_MS });
  // Clocks go back there on 25 October 2026: an hour is shown twice.
  const start = Date.UTC(2026, 9, 25, 0);
  fc.assert(
    fc.property(near, near, (a, b) => {
      const range = { from: start + Math.min(a, b), to: start + Math.max(a, b) };
      const earlier = weekEarlier(range, "Atlantic/Azores");
      expect(earlier.from).toBeLessThanOrEqual(earlier.to);
    }),
  );
});

test("zones are told from other words", () => {
  expect(isTimeZone("Asia/Shanghai")).toBe(true);
  expect(isTimeZone("Middle/Earth")).toBe(false);
  expect(isTimeZone("")).toBe(false);
});
