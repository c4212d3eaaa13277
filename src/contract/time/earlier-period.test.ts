import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "./durations.ts";
import { earlierEdges } from "./earlier-period.ts";
import { bucketsOf } from "./time-buckets.ts";
import { LATEST_INSTANT, resolveTimeRange, weekEarlier } from "./time-range.ts";

const ZONE = "Asia/Shanghai";
const NOON = Date.UTC(2026, 10, 22, 4);

const before = (range: { from: number; to: number }) =>
  earlierEdges([range.from, range.to + 1], "previous", ZONE);

test("before today so far is yesterday up to the same time, so that hours meet the same hours", () => {
  const today = resolveTimeRange({ relative: "today" }, NOON, {
    timeZone: ZONE,
    retentionDays: 180,
  });
  expect(before(today)).toEqual([today.from - DAY_MS, NOON + 1 - DAY_MS]);
});

test("before the last seven days is the week before, before thirty days thirty others", () => {
  const week = resolveTimeRange({ relative: "last7d" }, NOON, {
    timeZone: ZONE,
    retentionDays: 180,
  });
  expect(before(week)).toEqual([week.from - 7 * DAY_MS, NOON + 1 - 7 * DAY_MS]);
  const month = resolveTimeRange({ relative: "last30d" }, NOON, {
    timeZone: ZONE,
    retentionDays: 180,
  });
  expect(before(month)).toEqual([month.from - 30 * DAY_MS, NOON + 1 - 30 * DAY_MS]);
});

test("before two hours are the two hours before them", () => {
  const hours = { from: NOON, to: NOON + 2 * HOUR_MS - 1 };
  expect(before(hours)).toEqual([NOON - 2 * HOUR_MS, NOON]);
});

test("a week earlier the edges begin and end as the period of a week earlier does", () => {
  const instants = fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2035, 0) });
  const zones = fc.constantFrom("America/New_York", "Africa/Cairo", "Atlantic/Azores");
  fc.assert(
    fc.property(
      instants,
      fc.integer({ min: DAY_MS / 2, max: 40 * DAY_MS }),
      zones,
      (from, ms, zone) => {
        const range = { from, to: from + ms };
        const edges = earlierEdges(bucketsOf(range, zone).edges, "week", zone);
        const earlier = weekEarlier(range, zone);
        expect(edges[0]).toBe(earlier.from);
        // Of steps that clocks skipped there may be some after the last.
        expect((edges.at(-1) ?? 0) - 1 - earlier.to).toBeLessThan(100);
      },
    ),
  );
});

test.each([
  // On 8 March 2015 clocks went from 2:00 to 3:00, on 1 November from 2:00 back to 1:00.
  ["skipped", "2015-03-15T01:00-04:00", "2015-03-15T03:00-04:00", "2015-03-08T01:00-05:00", 60],
  ["shown twice", "2015-11-01T00:30-04:00", "2015-11-01T01:30-05:00", "2015-10-25T00:30-04:00", 60],
])(
  "beside an hour %s no bucket takes the calls of another",
  (_what, from, end, earlier, minutes) => {
    const [first, last] = [Date.parse(from), Date.parse(end)];
    const quarters = Array.from(
      { length: (last - first) / (HOUR_MS / 4) + 1 },
      (_unused, index) => first + index * (HOUR_MS / 4),
    );
    const edges = earlierEdges(quarters, "week", "America/New_York");
    expect(edges[0]).toBe(Date.parse(earlier));
    const over = (edges.at(-1) ?? 0) - Date.parse(earlier) - minutes * MINUTE_MS;
    // Each bucket that is left without a length has a millisecond.
    expect(over).toBeGreaterThanOrEqual(0);
    expect(over).toBeLessThan(10);
  },
);

test("earlier edges ascend and are as many, whatever the clocks did and however early it was", () => {
  const zones = fc.constantFrom("Asia/Shanghai", "America/New_York", "Australia/Lord_Howe");
  const periods = fc.constantFrom("previous" as const, "week" as const);
  fc.assert(
    fc.property(
      fc.oneof(
        fc.integer({ min: 0, max: 9 * DAY_MS }),
        fc.integer({ min: 0, max: LATEST_INSTANT }),
      ),
      fc.integer({ min: 0, max: 400 * DAY_MS }),
      zones,
      periods,
      (from, ms, zone, period) => {
        const { edges } = bucketsOf({ from, to: from + ms }, zone);
        const earlier = earlierEdges(edges, period, zone);
        expect(earlier).toHaveLength(edges.length);
        expect(earlier).toEqual([...new Set(earlier)].toSorted((a, b) => a - b));
        expect(earlier[0]).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});
