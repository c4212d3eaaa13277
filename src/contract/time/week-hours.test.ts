import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "./durations.ts";
import { weekHoursOf } from "./week-hours.ts";

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** The cell that a clock on the wall is in, read by the runtime. */
function cellOnWall(at: number, timeZone: string): number {
  const format =
    FORMATS.get(timeZone) ??
    new Intl.DateTimeFormat("en-US", {
      timeZone,
      weekday: "short",
      hour: "2-digit",
      hourCycle: "h23",
    });
  FORMATS.set(timeZone, format);
  const parts = Object.fromEntries(
    format.formatToParts(at).map(({ type, value }) => [type, value]),
  );
  return 24 * WEEKDAYS.indexOf(parts["weekday"] ?? "") + Number(parts["hour"]);
}

const ZONES = [
  "Asia/Shanghai",
  "Europe/Berlin",
  "America/St_Johns",
  "Australia/Lord_Howe",
  "Africa/Cairo",
  "Asia/Kathmandu",
];
/** Berlin puts its clocks forward on 2026-03-29 and back on 2026-10-25, each at 01:00 UTC. */
const FORWARD = Date.UTC(2026, 2, 29, 1);
const BACK = Date.UTC(2026, 9, 25, 1);

test("stretches follow one another, cover the range, and each lies in the hour that clocks show", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 20) }),
      fc.integer({ min: 0, max: 9 * DAY_MS }),
      (zone, from, length) => {
        const range = { from, to: from + length };
        const { edges, cells } = weekHoursOf(range, zone);
        expect(edges[0]).toBe(from);
        expect(edges.at(-1)).toBe(range.to + 1);
        expect(cells).toHaveLength(edges.length - 1);
        for (const [index, cell] of cells.entries()) {
          const [start = 0, end = 0] = edges.slice(index);
          expect(end).toBeGreaterThan(start);
          expect(cells[index + 1]).not.toBe(cell);
          for (let at = start; at < end; at += 17 * MINUTE_MS)
            expect(cellOnWall(at, zone), `${zone} ${at}`).toBe(cell);
          expect(cellOnWall(end - 1, zone), `${zone} ${end - 1}`).toBe(cell);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test("an hour that is skipped has no stretch, one that is shown twice is one stretch of two hours", () => {
  const around = (at: number) =>
    weekHoursOf({ from: at - HOUR_MS, to: at + 2 * HOUR_MS - 1 }, "Europe/Berlin");
  // Sunday 01, then 03.
  expect(around(FORWARD)).toEqual({
    edges: [FORWARD - HOUR_MS, FORWARD, FORWARD + HOUR_MS, FORWARD + 2 * HOUR_MS],
    cells: [145, 147, 148],
  });
  expect(around(BACK)).toEqual({
    edges: [BACK - HOUR_MS, BACK + HOUR_MS, BACK + 2 * HOUR_MS],
    cells: [146, 147],
  });
});

test("a week in Shanghai begins with Monday", () => {
  const monday = Date.UTC(2026, 10, 22, 16);
  const { cells } = weekHoursOf({ from: monday, to: monday + 7 * DAY_MS - 1 }, "Asia/Shanghai");
  expect(cells).toEqual(Array.from({ length: 168 }, (_none, index) => index));
});
