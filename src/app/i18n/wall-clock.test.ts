import { expect, test } from "vitest";
import { createWallClockCalendar, toWallClock } from "./wall-clock.ts";

test("an hour that New York skips is an hour in Shanghai", () => {
  const ms = Date.parse("2026-03-08T02:30:00+08:00");
  expect(toWallClock(ms, "Asia/Shanghai").format("YYYY-MM-DD HH:mm")).toBe("2026-03-08 02:30");
});

test("a calendar's now is the zone's, and its days are readings", () => {
  const now = toWallClock(Date.UTC(2026, 10, 1, 17), "Asia/Shanghai");
  const calendar = createWallClockCalendar(now);
  expect(calendar.getNow().format("YYYY-MM-DD HH:mm")).toBe("2026-11-02 01:00");
  expect(calendar.getFixedDate("2026-11-02").isSame(now, "day")).toBe(true);
});
