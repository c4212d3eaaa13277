import { expect, test } from "vitest";
import { READINGS_CALENDAR, toWallClock } from "./wall-clock.ts";

test("an hour that New York skips is an hour in Shanghai", () => {
  const ms = Date.parse("2026-03-08T02:30:00+08:00");
  expect(toWallClock(ms, "Asia/Shanghai").format("YYYY-MM-DD HH:mm")).toBe("2026-03-08 02:30");
});

test("days of a calendar are those of readings, wherever the browser is", () => {
  const reading = toWallClock(Date.UTC(2026, 10, 1, 17), "Asia/Shanghai");
  expect(READINGS_CALENDAR.getFixedDate("2026-11-02").isSame(reading, "day")).toBe(true);
});
