import fc from "fast-check";
import { expect, test } from "vitest";
import { startOfDay } from "./calendar-days.ts";
import { DAY_MS, HOUR_MS } from "./durations.ts";
import { neighbourRange, widerRange } from "./neighbour-range.ts";
import { RELATIVE_RANGES, wholeOf, type RelativeRange } from "./relative-range.ts";
import { isRelative, type TimeRange } from "./time-range.ts";
import { zoneClock } from "./zone-clock.ts";

const CALENDAR = { timeZone: "Asia/Shanghai", retentionDays: 180 };
/** A Friday. */
const NOON = Date.parse("2026-11-27T12:00+08:00");
const at = (text: string) => Date.parse(`${text}+08:00`);
const range = (from: string, end: string) => ({ from: at(from), to: at(end) - 1 });
const before = (time: TimeRange) => neighbourRange(time, -1, NOON, CALENDAR);
const after = (time: TimeRange) => neighbourRange(time, 1, NOON, CALENDAR);

test("before a day is a day, before a month a month, before two hours two hours", () => {
  expect(before({ relative: "today" })).toEqual({ relative: "yesterday" });
  expect(before({ relative: "yesterday" })).toEqual(range("2026-11-25T00:00", "2026-11-26T00:00"));
  expect(before({ relative: "thisWeek" })).toEqual({ relative: "lastWeek" });
  expect(before({ relative: "lastMonth" })).toEqual(range("2026-09-01T00:00", "2026-10-01T00:00"));
  expect(before({ relative: "last7d" })).toEqual(range("2026-11-14T00:00", "2026-11-21T00:00"));
  expect(before({ relative: "last1h" })).toEqual({
    from: NOON - 2 * HOUR_MS - 1,
    to: NOON - HOUR_MS - 1,
  });
  expect(before(range("2026-11-27T08:00", "2026-11-27T10:00"))).toEqual(
    range("2026-11-27T06:00", "2026-11-27T08:00"),
  );
  expect(before(range("2026-03-01T00:00", "2026-05-01T00:00"))).toEqual(
    range("2026-01-01T00:00", "2026-03-01T00:00"),
  );
});

test("after yesterday is today, which goes on; after today nothing has happened yet", () => {
  expect(after({ relative: "yesterday" })).toEqual({ relative: "today" });
  expect(after({ relative: "lastWeek" })).toEqual({ relative: "thisWeek" });
  expect(after({ relative: "today" })).toBeUndefined();
  expect(after({ relative: "last15m" })).toBeUndefined();
  expect(before({ from: 5, to: 100 })).toBeUndefined();
});

test("there and back again is the same days or the same length, whatever clocks do", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2026, 7) }),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom("Asia/Shanghai", "America/New_York", "Africa/Cairo", "Australia/Lord_Howe"),
      fc.boolean(),
      (first, count, timeZone, areDays) => {
        const calendar = { timeZone, retentionDays: 180 };
        const from = areDays ? startOfDay(first, timeZone) : first;
        const end = areDays ? startOfDay(first, timeZone, -count) : first + count * 977_000;
        const time = { from, to: end - 1 };
        const earlier = neighbourRange(time, -1, NOON, calendar);
        if (earlier === undefined || isRelative(earlier)) throw new Error("it has no name");
        expect(earlier.to).toBe(from - 1);
        const back = neighbourRange(earlier, 1, NOON, calendar);
        // 1 February to 2 March is as long as January, and after January comes February.
        const isFirst = (instant: number) =>
          new Date(zoneClock(timeZone).readingAt(instant)).getUTCDate() === 1;
        const became = areDays && isFirst(earlier.from) && isFirst(from) && !isFirst(end);
        // Several whole months are as many months before, of other lengths, and so back.
        expect(back).toMatchObject(became ? { from } : time);
      },
    ),
    { numRuns: 300, examples: [[Date.UTC(2020, 0, 31, 16), 31, "Asia/Shanghai", true]] },
  );
});

test("zoomed out, a range is twice as long around its middle and ends by now", () => {
  expect(widerRange(range("2026-11-20T10:00", "2026-11-20T12:00"), NOON, CALENDAR)).toEqual(
    range("2026-11-20T09:00", "2026-11-20T13:00"),
  );
  expect(widerRange({ relative: "last1h" }, NOON, CALENDAR)).toEqual({
    from: NOON - 2 * HOUR_MS - 1,
    to: NOON,
  });
  expect(widerRange({ relative: "last90d" }, NOON + 11 * HOUR_MS, CALENDAR)).toMatchObject({
    to: NOON + 11 * HOUR_MS,
  });
  expect(widerRange(range("2026-07-01T00:00", "2026-11-28T00:00"), NOON, CALENDAR)).toEqual({
    relative: "all",
  });
  expect(widerRange({ relative: "all" }, NOON, CALENDAR)).toBeUndefined();
});

test("zooming out ends at everything, from any range", () => {
  fc.assert(
    fc.property(
      fc.constantFrom<RelativeRange>(...RELATIVE_RANGES),
      fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2035, 0) }),
      (relative, asOf) => {
        let time: TimeRange | undefined = { relative };
        let last: TimeRange = time;
        for (let steps = 0; time !== undefined; steps += 1) {
          expect(steps).toBeLessThan(30);
          last = time;
          time = widerRange(time, asOf, CALENDAR);
        }
        expect(last).toEqual({ relative: "all" });
      },
    ),
  );
});

test.each(RELATIVE_RANGES)("%s begins before its end and is not all to come", (name) => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2035, 0) }), (asOf) => {
      const { from, end } = wholeOf(name, asOf, CALENDAR);
      expect(from).toBeLessThan(end);
      expect(from).toBeLessThanOrEqual(asOf);
      expect(end - from).toBeLessThanOrEqual(180 * DAY_MS);
    }),
  );
});
