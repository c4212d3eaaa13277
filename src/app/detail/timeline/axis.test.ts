import fc from "fast-check";
import { expect, test } from "vitest";
import { isNearest, isWhole, panned, ticksOf, zoomed } from "./axis.ts";
import { instantAt, lengthOf, shareAt, type Span } from "./span.ts";

const START = 1_800_000_000_000;
const spans = fc
  .record({ from: fc.integer({ min: 0, max: START }), ms: fc.integer({ min: 1, max: 1e13 }) })
  .map(({ from, ms }): Span => ({ from, to: from + ms }));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const move = fc.oneof(
  fc.record({ factor: fc.double({ min: 0.01, max: 100, noNaN: true }), share }),
  fc.record({ by: fc.double({ min: -3, max: 3, noNaN: true }) }),
);

test("whatever is zoomed and moved, what is seen lies within the whole", () => {
  fc.assert(
    fc.property(spans, fc.array(move), (whole, moves) => {
      let seen = whole;
      for (const one of moves)
        seen =
          "by" in one ? panned(whole, seen, one.by) : zoomed(whole, seen, one.factor, one.share);
      expect(seen.from).toBeGreaterThanOrEqual(whole.from);
      expect(seen.to).toBeLessThanOrEqual(whole.to);
      expect(lengthOf(seen)).toBeGreaterThanOrEqual(Math.min(4_999, lengthOf(whole)));
    }),
  );
});

test("what one points at stays where it is, and zooming out again ends at the whole", () => {
  const whole = { from: START, to: START + 100_000 };
  const seen = zoomed(whole, whole, 2, 0.7);
  expect(shareAt(seen, START + 70_000)).toBeCloseTo(0.7);
  expect(isWhole(whole, seen)).toBe(false);
  expect(zoomed(whole, seen, 0.5, 0.1)).toEqual(whole);
  expect(isWhole(whole, whole)).toBe(true);
  expect(isNearest(whole, zoomed(whole, whole, 1e9))).toBe(true);
  expect(panned(whole, seen, -9)).toEqual({ from: START, to: START + 50_000 });
});

test("an instant is found at the share of the width at which it is drawn", () => {
  fc.assert(
    fc.property(spans, share, (span, at) => {
      expect(shareAt(span, instantAt(span, at))).toBeCloseTo(at, 2);
    }),
  );
});

test.each([
  [3, [1, 2]],
  [61, [15, 30, 45, 60]],
  [36_000, [7_200, 14_400, 21_600, 28_800]],
  [259_199, [86_400, 172_800]],
])("of a call of %i s round offsets are marked", (seconds, offsets) => {
  const ticks = ticksOf({ from: START, to: START + seconds * 1000 }, START, 5);
  expect(ticks.map((at) => (at - START) / 1000)).toEqual(offsets);
});

test("there are never more marks than were asked for, nor any out of sight", () => {
  fc.assert(
    fc.property(spans, fc.integer({ min: 2, max: 8 }), fc.integer(), (seen, most, startsAt) => {
      const ticks = ticksOf(seen, startsAt, most);
      expect(ticks.length).toBeLessThanOrEqual(most);
      expect(ticks.every((at) => at > seen.from && at < seen.to)).toBe(true);
    }),
  );
});
