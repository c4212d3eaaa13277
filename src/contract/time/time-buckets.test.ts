import fc from "fast-check";
import { expect, test } from "vitest";
import { startOfDay } from "./calendar-days.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "./durations.ts";
import { MAX_BUCKETS } from "./max-buckets.ts";
import { type RelativeRange } from "./relative-range.ts";
import { bucketsOf, ticksOf } from "./time-buckets.ts";
import { LATEST_INSTANT, resolveTimeRange } from "./time-range.ts";

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
const zones = fc.constantFrom(...ZONES);

/** From a second to ten years, as many short as long ones. */
const ranges = fc
  .tuple(fc.integer({ min: 0, max: LATEST_INSTANT }), fc.double({ min: 3, max: 11.5, noNaN: true }))
  .map(([from, digits]) => ({ from, to: from + Math.round(10 ** digits) }));

test("buckets ascend, cover the range exactly, and are not too many", () => {
  fc.assert(
    fc.property(ranges, zones, (range, zone) => {
      const { edges } = bucketsOf(range, zone);
      expect(edges[0]).toBe(range.from);
      expect(edges.at(-1)).toBe(range.to + 1);
      expect(edges).toEqual([...new Set(edges)].toSorted((a, b) => a - b));
      expect(edges.length - 1).toBeLessThanOrEqual(MAX_BUCKETS);
    }),
    { numRuns: 500 },
  );
});

test("any range that a link can say has few enough buckets", () => {
  for (const zone of ZONES)
    expect(bucketsOf({ from: 0, to: LATEST_INSTANT }, zone).edges.length - 1).toBeLessThanOrEqual(
      MAX_BUCKETS,
    );
});

test("ranges of a quarter of an hour to a year have a dozen buckets or more", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: LATEST_INSTANT }),
      fc.integer({ min: 15 * MINUTE_MS, max: 365 * DAY_MS }),
      zones,
      (from, length, zone) => {
        expect(bucketsOf({ from, to: from + length }, zone).edges.length).toBeGreaterThanOrEqual(
          12,
        );
      },
    ),
  );
});

test("buckets of days begin with a day, of weeks with a Monday, of months with the first", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2012, 0), max: Date.UTC(2040, 0) }),
      fc.integer({ min: 25 * DAY_MS, max: 4000 * DAY_MS }),
      zones,
      (from, length, zone) => {
        const { step, edges } = bucketsOf({ from, to: from + length }, zone);
        const part = (options: Intl.DateTimeFormatOptions, at: number) =>
          new Intl.DateTimeFormat("en-US", { timeZone: zone, ...options }).format(at);
        const isBegun = {
          day: () => true,
          week: (edge: number) => part({ weekday: "long" }, edge) === "Monday",
          month: (edge: number) => part({ day: "numeric" }, edge) === "1",
        };
        expect(step.unit).toBeOneOf(Object.keys(isBegun));
        for (const edge of edges.slice(1, -1)) {
          expect(edge).toBe(startOfDay(edge, zone));
          // One of them, by the line above.
          expect(isBegun[step.unit as keyof typeof isBegun](edge)).toBe(true);
        }
      },
    ),
  );
});

test("shorter buckets begin with the hour, or a part of it, that clocks show", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2012, 0), max: Date.UTC(2040, 0) }),
      fc.integer({ min: 5 * MINUTE_MS, max: 24 * DAY_MS }),
      fc.constantFrom("Asia/Shanghai", "America/New_York", "Asia/Kathmandu"),
      (from, length, zone) => {
        const { step, edges } = bucketsOf({ from, to: from + length }, zone);
        const clock = new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeStyle: "medium" });
        for (const edge of edges.slice(1, -1)) {
          const [hour = 0, minute = 0, second] = clock.format(edge).split(":").map(Number);
          expect(second).toBe(0);
          expect(minute % (step.unit === "minute" ? step.times : 60)).toBe(0);
          // After a change of clocks the third hour may be one that there is not.
          expect(step.unit === "hour" && hour !== 3 ? hour % step.times : 0).toBe(0);
        }
      },
    ),
  );
});

test("the usual ranges have the buckets one expects", () => {
  const asOf = Date.UTC(2026, 10, 22, 6, 5, 12);
  const of = (relative: RelativeRange, at = asOf) => {
    const range = resolveTimeRange({ relative }, at, {
      timeZone: "Asia/Shanghai",
      retentionDays: 180,
    });
    const { step, edges } = bucketsOf(range, "Asia/Shanghai");
    return `${edges.length - 1} × ${step.times} ${step.unit}`;
  };
  expect(of("today")).toBe("57 × 15 minute");
  expect(of("today", asOf + 9 * HOUR_MS)).toBe("47 × 30 minute");
  expect(of("yesterday")).toBe("48 × 30 minute");
  expect(of("last7d")).toBe("53 × 3 hour");
  expect(of("last30d")).toBe("30 × 1 day");
});

test("the day on which clocks change has its own number of hours, and half hours stay halves", () => {
  const day = (at: number, zone: string) => ({
    from: startOfDay(at, zone),
    to: startOfDay(at + 1.5 * DAY_MS, zone) - 1,
  });
  // 23 hours, and 25.
  const spring = bucketsOf(day(Date.UTC(2026, 2, 8, 6), "America/New_York"), "America/New_York");
  const autumn = bucketsOf(day(Date.UTC(2026, 10, 1, 5), "America/New_York"), "America/New_York");
  for (const [{ edges }, hours] of [
    [spring, 23],
    [autumn, 25],
  ] as const) {
    expect(edges.length - 1).toBe(2 * hours);
    edges
      .slice(1)
      .forEach((edge, index) => expect(edge - (edges[index] ?? 0)).toBe(30 * MINUTE_MS));
  }
});

test("ticks are in the range, at midnight where they are days apart, and not too many", () => {
  fc.assert(
    fc.property(ranges, zones, fc.integer({ min: 3, max: 14 }), (range, zone, most) => {
      const ticks = ticksOf(range, zone, most);
      for (const tick of ticks) {
        expect(tick).toBeGreaterThanOrEqual(range.from);
        expect(tick).toBeLessThanOrEqual(range.to);
      }
      expect(ticks.length).toBeLessThanOrEqual(most + 2);
    }),
  );
});
