import fc from "fast-check";
import { expect, test } from "vitest";
import { HOUR_MS } from "#contract/time/durations.ts";
import { createWallClockCalendar, fromWallClock, toWallClock } from "./wall-clock.ts";

test("a reading stands for its instant, hour by hour, also where the browser's clock jumps", () => {
  const hours = fc
    .integer({ min: Date.UTC(2024, 0, 1) / HOUR_MS, max: Date.UTC(2028, 0, 1) / HOUR_MS })
    .map((hour) => hour * HOUR_MS);
  fc.assert(
    fc.property(hours, (ms) => {
      expect(fromWallClock(toWallClock(ms, "Asia/Shanghai"), "Asia/Shanghai")).toBe(ms);
    }),
    { numRuns: 1000 },
  );
});

test("an hour that New York skips is an hour in Shanghai", () => {
  const ms = Date.parse("2026-03-08T02:30:00+08:00");
  expect(toWallClock(ms, "Asia/Shanghai").format("YYYY-MM-DD HH:mm")).toBe("2026-03-08 02:30");
});

test("typed text is read as a reading, and nonsense as nothing", () => {
  const { parse } = createWallClockCalendar("Asia/Shanghai").locale;
  const format = "YYYY-MM-DD HH:mm:ss";
  expect(parse("zh_CN", "2026-03-08 02:30:00", [format])?.format(format)).toBe(
    "2026-03-08 02:30:00",
  );
  expect(parse("zh_CN", "tomorrow", [format])).toBeNull();
});
