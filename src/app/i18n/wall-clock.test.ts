import fc from "fast-check";
import { expect, test } from "vitest";
import { HOUR_MS, MINUTE_MS } from "#contract/time/durations.ts";
import {
  betweenReadings,
  createWallClockCalendar,
  readWallClock,
  toWallClock,
} from "./wall-clock.ts";

test("a reading stands for its instant, hour by hour, also where the browser's clock jumps", () => {
  const hours = fc
    .integer({ min: Date.UTC(2024, 0, 1) / HOUR_MS, max: Date.UTC(2028, 0, 1) / HOUR_MS })
    .map((hour) => hour * HOUR_MS);
  fc.assert(
    fc.property(hours, (ms) => {
      const reading = toWallClock(ms, "Asia/Shanghai");
      expect(betweenReadings(reading, reading, "Asia/Shanghai")).toEqual({ from: ms, to: ms });
    }),
    { numRuns: 1000 },
  );
});

test("an hour that New York skips is an hour in Shanghai", () => {
  const ms = Date.parse("2026-03-08T02:30:00+08:00");
  expect(toWallClock(ms, "Asia/Shanghai").format("YYYY-MM-DD HH:mm")).toBe("2026-03-08 02:30");
});

test("between two readings lie all instants whose clocks show them or what is in between", () => {
  const zones = ["America/New_York", "Australia/Lord_Howe", "Atlantic/Azores", "Africa/Cairo"];
  const changes = [
    Date.UTC(2026, 10, 1, 6),
    Date.UTC(2026, 2, 8, 7),
    Date.UTC(2026, 3, 4, 15),
    Date.UTC(2026, 9, 25, 1),
    Date.UTC(2026, 3, 23, 22),
  ];
  const minutes = fc.integer({ min: -150, max: 150 });
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.constantFrom(...changes),
      minutes,
      minutes,
      (timeZone, change, one, other) => {
        const words = new Intl.DateTimeFormat("sv-SE", {
          timeZone,
          dateStyle: "short",
          timeStyle: "medium",
        });
        const readingOf = (minute: number) => words.format(change + minute * MINUTE_MS);
        const [start = "", end = ""] = [readingOf(one), readingOf(other)].toSorted();
        const all = Array.from({ length: 601 }, (_unused, index) => index - 300);
        const shown = all.filter(
          (minute) => readingOf(minute) >= start && readingOf(minute) <= end,
        );
        const range = betweenReadings(readWallClock(start), readWallClock(end), timeZone);
        expect(range).toEqual({
          from: change + (shown[0] ?? 0) * MINUTE_MS,
          to: change + (shown.at(-1) ?? 0) * MINUTE_MS,
        });
      },
    ),
  );
});

test("the hour that New York lives twice holds both, and the one that it skips none", () => {
  const between = (start: string, end: string) =>
    betweenReadings(readWallClock(start), readWallClock(end), "America/New_York");
  expect(between("2026-11-01 01:00:00", "2026-11-01 01:59:59")).toEqual({
    from: Date.parse("2026-11-01T01:00:00-04:00"),
    to: Date.parse("2026-11-01T01:59:59-05:00"),
  });
  const { from, to } = between("2026-03-08 02:00:00", "2026-03-08 02:59:59");
  expect(from).toBeGreaterThan(to);
});

test("typed text is read as a reading, and nonsense as nothing", () => {
  const { parse } = createWallClockCalendar("Asia/Shanghai").locale;
  const format = "YYYY-MM-DD HH:mm:ss";
  expect(parse("zh_CN", "2026-03-08 02:30:00", [format])?.format(format)).toBe(
    "2026-03-08 02:30:00",
  );
  expect(parse("zh_CN", "tomorrow", [format])).toBeNull();
});
