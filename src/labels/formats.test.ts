import dayjs from "dayjs";
import timezone from "dayjs/plugin/timezone.js";
import utc from "dayjs/plugin/utc.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS } from "#contract/time/durations.ts";
import { createFormats, formatSeconds } from "./formats.ts";

dayjs.extend(utc);
dayjs.extend(timezone);

const shanghai = createFormats("zh-CN", "Asia/Shanghai");
const at = Date.UTC(2026, 10, 22, 6, 5, 12);

test("instants are written in the configured zone", () => {
  expect(shanghai.instant(at)).toBe("2026-11-22 14:05:12");
  expect(createFormats("en-US", "America/New_York").instant(at)).toBe("2026-11-22 01:05:12");
  expect(shanghai.offset(at)).toBe("UTC+08:00");
});

test("the year and the day are written where they are not the present ones", () => {
  expect(shanghai.instantShort(at, at)).toBe("11-22 14:05:12");
  expect(shanghai.instantShort(at, Date.UTC(2027, 0, 1))).toBe("2026-11-22 14:05:12");
  expect(shanghai.clock(at, at)).toBe("14:05:12");
  expect(shanghai.clock(at, at + DAY_MS)).toBe("11-22 14:05:12");
  expect(shanghai.clockShort(at, at)).toBe("14:05");
  expect(shanghai.clockShort(at, at + DAY_MS)).toBe("11-22 14:05");
});

test.each([
  [0, "0:00"],
  [7, "0:07"],
  [271, "4:31"],
  [3723, "1:02:03"],
  [-5, "-0:05"],
])("%d seconds read %s", (seconds, text) => {
  expect(formatSeconds(seconds)).toBe(text);
});

test("a clock shows what the zone's own does, through every change of its time", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo"),
      fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 0, 1) }),
      fc.integer({ min: 0, max: 7_200_000 }),
      (timeZone, ms, later) => {
        const formats = createFormats("zh-CN", timeZone);
        // The second from what the first has left in memory.
        for (const instant of [ms, ms + later])
          expect(Object.values(formats.reading(instant)).join(" ")).toBe(
            dayjs(instant).tz(timeZone).format("YYYY-MM-DD HH:mm:ss"),
          );
      },
    ),
    { numRuns: 500 },
  );
});

test("in the hour that clocks show twice, and in no other, an instant says which of the two it is", () => {
  const newYork = createFormats("en-US", "America/New_York");
  const first = Date.parse("2026-11-01T01:30:00-04:00");
  const now = Date.parse("2026-11-01T18:00:00-05:00");
  expect(newYork.instant(first)).toBe("2026-11-01 01:30:00 UTC-04:00");
  expect(newYork.instant(first + HOUR_MS)).toBe("2026-11-01 01:30:00 UTC-05:00");
  expect(newYork.instantShort(first, now)).toBe("11-01 01:30:00 UTC-04:00");
  expect(newYork.clock(first + HOUR_MS, now)).toBe("01:30:00 UTC-05:00");
  expect(newYork.clockShort(first + HOUR_MS, now)).toBe("01:30 UTC-05:00");
  expect(newYork.instant(first - HOUR_MS)).toBe("2026-11-01 00:30:00");
  expect(newYork.instant(first + 2 * HOUR_MS)).toBe("2026-11-01 02:30:00");
  expect(newYork.instant(Date.parse("2026-03-08T03:00:00-04:00"))).toBe("2026-03-08 03:00:00");
});

test("a stretch says its offset once where it has one, and twice where it has two", () => {
  const newYork = createFormats("en-US", "America/New_York");
  const offsets = (from: string, to: string) => newYork.offsets(Date.parse(from), Date.parse(to));
  expect(offsets("2026-11-01T01:30-04:00", "2026-11-01T01:45-04:00")).toEqual({
    atEnd: "UTC-04:00",
  });
  const both = { atStart: "UTC-04:00", atEnd: "UTC-05:00" };
  expect(offsets("2026-11-01T01:30-04:00", "2026-11-01T01:30-05:00")).toEqual(both);
  expect(offsets("2026-11-01T00:00-04:00", "2026-11-01T01:30-05:00")).toEqual(both);
  expect(offsets("2026-11-01T00:00-04:00", "2026-11-02T00:00-05:00")).toEqual({});
});

test("what is no date is said to be none, and breaks nothing", () => {
  expect(shanghai.instant(1e18)).toBe("Invalid Date");
  expect(shanghai.instantShort(Number.NaN, at)).toBe("Invalid Date");
});

test("a change has its sign, and a minus is a minus", () => {
  const formats = createFormats("zh-CN", "Asia/Shanghai");
  expect([1204, -3, 0].map(formats.change)).toEqual(["+1,204", "−3", "0"]);
  expect([0.035, -0.12, 0].map(formats.percentChange)).toEqual(["+3.5%", "−12%", "0%"]);
});
