import fc from "fast-check";
import { expect, test } from "vitest";
import { HOUR_MS, MINUTE_MS } from "#contract/time/durations.ts";
import { createFormats } from "#labels/formats.ts";
import { dayAround, hourAround } from "./cell-action-range.ts";

const STEP = 5 * MINUTE_MS;
const ZONES = [
  "Asia/Shanghai",
  "UTC",
  "America/New_York",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Africa/Cairo",
  "Atlantic/Azores",
  "Pacific/Chatham",
];
// Half of them near the hours at which clocks change somewhere.
const instants = fc.oneof(
  fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2035, 0, 1) }),
  fc
    .tuple(
      fc.constantFrom(
        Date.UTC(2026, 9, 3, 15, 30),
        Date.UTC(2026, 3, 4, 15),
        Date.UTC(2026, 10, 1, 6),
        Date.UTC(2026, 2, 8, 7),
        Date.UTC(2024, 3, 25, 22),
        Date.UTC(2026, 9, 25, 1),
      ),
      fc.integer({ min: -180 * MINUTE_MS, max: 180 * MINUTE_MS }),
    )
    .map(([change, from]) => change + from),
);

test("the hour around an instant is all that the zone's clocks call so", () => {
  fc.assert(
    fc.property(instants, fc.constantFrom(...ZONES), (ms, timeZone) => {
      // By another road than ours: Intl's own words, in steps that no zone's clocks step over.
      const words = new Intl.DateTimeFormat("en-CA", {
        timeZone,
        dateStyle: "short",
        timeStyle: "short",
        hourCycle: "h23",
      });
      const hourAt = (at: number) => words.format(at).slice(0, -3);
      let from = Math.floor(ms / STEP) * STEP;
      let next = from + STEP;
      while (hourAt(from - STEP) === hourAt(ms)) from -= STEP;
      while (hourAt(next) === hourAt(ms)) next += STEP;
      expect(hourAround(ms, createFormats("en-US", timeZone))).toEqual({ from, to: next - 1 });
    }),
    { numRuns: 300 },
  );
});

test("an hour of a zone that is half an hour off begins at that half", () => {
  const formats = createFormats("en-US", "Asia/Kolkata");
  expect(hourAround(Date.UTC(2026, 10, 22, 8, 45), formats)).toEqual({
    from: Date.UTC(2026, 10, 22, 8, 30),
    to: Date.UTC(2026, 10, 22, 9, 30) - 1,
  });
});

test("an hour that is lived twice is two hours long", () => {
  const { from, to } = hourAround(
    Date.UTC(2026, 10, 1, 6, 15),
    createFormats("en-US", "America/New_York"),
  );
  expect(to + 1 - from).toBe(2 * 60 * MINUTE_MS);
});

test("days on which clocks change are 23 and 25 hours long", () => {
  const hours = (ms: number) => {
    const { from, to } = dayAround(ms, createFormats("en-US", "America/New_York"));
    return (to + 1 - from) / HOUR_MS;
  };
  expect(hours(Date.UTC(2026, 2, 8, 17))).toBe(23);
  expect(hours(Date.UTC(2026, 10, 1, 17))).toBe(25);
  expect(hours(Date.UTC(2026, 10, 22, 17))).toBe(24);
});
