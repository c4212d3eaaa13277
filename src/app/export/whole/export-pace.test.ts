import { expect, test } from "vitest";
import { createExportPace, timeLeft } from "./export-pace.ts";

test("the rate is that of the last seconds", () => {
  const pace = createExportPace();
  expect(pace.note({ at: 0, written: 0 })).toBeUndefined();
  expect(pace.note({ at: 500, written: 400 })).toBeUndefined();
  expect(pace.note({ at: 2000, written: 2000 })).toBe(1000);
  // The first seconds are over: what counts is since 2000.
  expect(pace.note({ at: 10_000, written: 4000 })).toBe(250);
  pace.restart();
  expect(pace.note({ at: 20_000, written: 9000 })).toBeUndefined();
});

test.each([
  [0, 100, { unit: "seconds", value: 5 }],
  [1200, 100, { unit: "seconds", value: 15 }],
  [5750, 100, { unit: "minutes", value: 1 }],
  [60_000, 100, { unit: "minutes", value: 10 }],
  [1_000_000, 100, { unit: "hours", value: 3 }],
  [100, 0, undefined],
  [100, undefined, undefined],
])("%d records at %s a second take %j", (records, rate, left) => {
  expect(timeLeft(records, rate)).toEqual(left);
});
