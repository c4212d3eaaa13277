import { expect, test } from "vitest";
import { fittingPlace, placeOf, shareOf, stretchDrawn } from "./place-on-axis.ts";

const whole = { from: 0, to: 100_000 };
const along = { whole, seen: whole, instants: [0, 20_000, 50_000] };

test("a recording lies where the call was connected, as far as the axis is zoomed", () => {
  const place = placeOf(20_000, along);
  expect(place?.events).toEqual([-20, 0, 30]);
  expect(stretchDrawn(place, 80)).toEqual({ from: -20, to: 80 });
  expect(shareOf(stretchDrawn(place, 80), 30)).toBe(0.5);
  const near = placeOf(20_000, { ...along, seen: { from: 30_000, to: 40_000 } });
  expect(stretchDrawn(near, 80)).toEqual({ from: 10, to: 20 });
});

test("one that does not fit into its call has an axis of its own, as one of a call without", () => {
  const own = { from: 0, to: 90 };
  const drawn = (establishedAt: number, duration: number) =>
    stretchDrawn(fittingPlace(placeOf(establishedAt, along), duration), duration);
  expect(drawn(20_000, 90)).toEqual(own);
  expect(drawn(20_000, 82)).toEqual({ from: -20, to: 80 });
  expect(drawn(-5_000, 90)).toEqual(own);
  expect(stretchDrawn(undefined, 90)).toEqual(own);
  expect(placeOf(undefined, along)).toBeUndefined();
});
