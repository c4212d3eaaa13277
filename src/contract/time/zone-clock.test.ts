import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "./durations.ts";
import { isShownTwice, zoneClock } from "./zone-clock.ts";

/** Zones with the instants near which their clocks change. */
const CHANGES: readonly (readonly [string, number])[] = [
  ["America/New_York", Date.UTC(2026, 10, 1, 6)],
  ["America/New_York", Date.UTC(2026, 2, 8, 7)],
  ["Australia/Lord_Howe", Date.UTC(2026, 3, 4, 15)],
  ["Australia/Lord_Howe", Date.UTC(2026, 9, 3, 15, 30)],
  ["Africa/Cairo", Date.UTC(2026, 3, 23, 22)],
  ["Africa/Cairo", Date.UTC(2026, 9, 29, 21)],
  ["Atlantic/Azores", Date.UTC(2026, 9, 25, 1)],
  ["Pacific/Chatham", Date.UTC(2026, 3, 4, 14)],
  ["America/Sao_Paulo", Date.UTC(2018, 10, 4, 3)],
  // The 30th of December 2011 does not exist there.
  ["Pacific/Apia", Date.UTC(2011, 11, 30, 10)],
  ["Asia/Shanghai", Date.UTC(2026, 10, 22)],
];

const STEP = MINUTE_MS;

/** What the zone's clocks show, by another road than ours: the words of Intl. */
function readings(timeZone: string, around: number) {
  const words = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "medium",
  });
  const instants = Array.from({ length: 121 * 3 }, (_unused, step) => around + (step - 181) * STEP);
  return instants.map((at) => ({
    at,
    reading: Date.parse(`${words.format(at).replace(" ", "T")}Z`),
  }));
}

test.each(CHANGES)(
  "in %s the first and the last of a reading are those that somebody sees who looks every minute",
  (timeZone, change) => {
    const { firstAt, lastAt } = zoneClock(timeZone);
    const seen = readings(timeZone, change);
    fc.assert(
      // Readings a good hour before and behind, so that each that exists is among those seen.
      fc.property(fc.integer({ min: -50, max: 50 }), (minutes) => {
        const before = seen.findLast(({ at }) => at < change)?.reading ?? Number.NaN;
        const reading = before + minutes * STEP;
        const showing = seen.filter((one) => one.reading === reading).map(({ at }) => at);
        const first = showing[0] ?? seen.find((one) => one.reading > reading)?.at;
        const last = showing.at(-1) ?? (first ?? Number.NaN) - 1;
        expect({ first: firstAt(reading), last: lastAt(reading) }).toEqual({ first, last });
        for (const instant of showing)
          expect(isShownTwice(zoneClock(timeZone), instant)).toBe(showing.length > 1);
      }),
    );
  },
);

test("far from any change a reading is of one instant", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(1980, 0), max: Date.UTC(2040, 0) }),
      fc.constantFrom(...CHANGES.map(([timeZone]) => timeZone)),
      (instant, timeZone) => {
        const { readingAt, firstAt, lastAt } = zoneClock(timeZone);
        const reading = readingAt(instant);
        expect([firstAt(reading), lastAt(reading)]).toContain(instant);
        expect(lastAt(reading) - firstAt(reading)).toBeLessThanOrEqual(DAY_MS);
      },
    ),
  );
});

test("the hour that New York lives twice lasts from the first of them to the last", () => {
  const { firstAt, lastAt } = zoneClock("America/New_York");
  const hour = Date.UTC(2026, 10, 1, 1);
  expect(firstAt(hour)).toBe(Date.parse("2026-11-01T01:00:00-04:00"));
  expect(lastAt(hour + HOUR_MS - 1)).toBe(Date.parse("2026-11-01T01:59:59.999-05:00"));
});

test("an hour that New York skips holds nothing: its first instant is behind it, its last before", () => {
  const { firstAt, lastAt } = zoneClock("America/New_York");
  const change = Date.parse("2026-03-08T03:00:00-04:00");
  expect(firstAt(Date.UTC(2026, 2, 8, 2, 30))).toBe(change);
  expect(lastAt(Date.UTC(2026, 2, 8, 2, 30))).toBe(change - 1);
});
