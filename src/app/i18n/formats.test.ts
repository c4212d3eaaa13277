import dayjs from "dayjs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY_MS } from "#contract/time/durations.ts";
import { createFormats, formatSeconds } from "./formats.ts";

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
          expect(formats.instant(instant)).toBe(
            dayjs(instant).tz(timeZone).format("YYYY-MM-DD HH:mm:ss"),
          );
      },
    ),
    { numRuns: 500 },
  );
});

test("a change has its sign, and a minus is a minus", () => {
  const formats = createFormats("zh-CN", "Asia/Shanghai");
  expect([1204, -3, 0].map(formats.change)).toEqual(["+1,204", "−3", "0"]);
  expect([0.035, -0.12, 0].map(formats.percentChange)).toEqual(["+3.5%", "−12%", "0%"]);
});
