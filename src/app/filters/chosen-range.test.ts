import { expect, test } from "vitest";
import { readWallClock } from "#app/i18n/wall-clock.ts";
import { chosenRange, withTouched, type Ends } from "./chosen-range.ts";

const at = (text: string) => readWallClock(text);
const ends = (from: string, to: string): Ends => [at(from), at(to)];
const UNTOUCHED = [false, false] as const;
const ZONE = "Asia/Shanghai";
const instant = (text: string) => Date.parse(`${text}+08:00`);

test("a day that was clicked is the whole day, whatever time the calendar hands on to it", () => {
  const opened = ends("2026-11-27 10:15:00", "2026-11-27 16:46:50");
  const chosen = ends("2026-11-20 10:15:00", "2026-11-26 16:46:50");
  expect(chosenRange(opened, chosen, UNTOUCHED, ZONE)).toEqual({
    from: instant("2026-11-20T00:00:00"),
    to: instant("2026-11-26T23:59:59.999"),
  });
});

test("an end that is left as it was keeps its time", () => {
  const opened = ends("2026-11-20 10:15:00", "2026-11-20 11:30:00");
  const chosen = ends("2026-11-20 10:15:00", "2026-11-22 11:30:00");
  expect(chosenRange(opened, chosen, UNTOUCHED, ZONE)).toEqual({
    from: instant("2026-11-20T10:15:00"),
    to: instant("2026-11-22T23:59:59.999"),
  });
});

test("a time that the hand gave stays, to the end of its second", () => {
  const opened = ends("2026-11-27 00:00:00", "2026-11-27 23:59:59");
  const chosen = ends("2026-11-20 09:00:00", "2026-11-20 11:59:59");
  const touched = withTouched(UNTOUCHED, opened, chosen);
  expect(touched).toEqual([true, true]);
  expect(chosenRange(opened, chosen, touched, ZONE)).toEqual({
    from: instant("2026-11-20T09:00:00"),
    to: instant("2026-11-20T11:59:59.999"),
  });
});

test("once touched is touched, and what is not there yet is not", () => {
  const opened = ends("2026-11-27 00:00:00", "2026-11-27 23:59:59");
  const touched = withTouched(UNTOUCHED, opened, [at("2026-11-20 09:00:00"), null]);
  expect(touched).toEqual([true, false]);
  expect(withTouched(touched, opened, [at("2026-11-20 00:00:00"), undefined])).toEqual([
    true,
    false,
  ]);
});

test("ends in the wrong order change places, each with what it is by then", () => {
  const opened = ends("2026-11-27 10:00:00", "2026-11-27 16:00:00");
  const chosen = ends("2026-11-26 10:00:00", "2026-11-20 16:00:00");
  expect(chosenRange(opened, chosen, UNTOUCHED, ZONE)).toEqual({
    from: instant("2026-11-20T00:00:00"),
    to: instant("2026-11-26T23:59:59.999"),
  });
});
