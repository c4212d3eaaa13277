import { expect, test } from "vitest";
import { axisFrom, commonSpan } from "./one-scale.ts";

const short = { startsAt: 1_000_000, whole: { from: 1_000_000, to: 1_030_000 } };
const long = { startsAt: 5_000_000, whole: { from: 4_990_000, to: 5_600_000 } };

test("the common span counts from the start of each call and holds both", () => {
  expect(commonSpan([short, long])).toEqual({ from: -10_000, to: 600_000 });
  expect(commonSpan([short])).toEqual({ from: 0, to: 30_000 });
});

test("the axis of each is as long, and begins as far from its start", () => {
  const still = () => {};
  const whole = commonSpan([short, long]);
  const common = {
    whole,
    seen: { from: 0, to: 20_000 },
    zoom: still,
    pan: still,
    showWhole: still,
  };
  const [one, other] = [axisFrom(common, short), axisFrom(common, long)];
  expect(one.seen).toEqual({ from: 1_000_000, to: 1_020_000 });
  expect(other.seen).toEqual({ from: 5_000_000, to: 5_020_000 });
  expect(one.whole).toEqual({ from: 990_000, to: 1_600_000 });
  expect(one.zoom).toBe(common.zoom);
});
