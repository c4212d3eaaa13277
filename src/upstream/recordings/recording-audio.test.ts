import fc from "fast-check";
import { expect, test } from "vitest";
import { createSamples, SAMPLE_RATE } from "./recording-audio.ts";

const NOTE = SAMPLE_RATE / 4;
const RING_BACK = SAMPLE_RATE;

const loudest = (samples: Int16Array) =>
  samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

test("it is quiet, not silent, and neither clips nor clicks", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 6, max: 30 }), (seed, seconds) => {
      const samples = createSamples(seed, 0, seconds * SAMPLE_RATE);
      expect(loudest(samples)).toBeGreaterThan(1000);
      expect(loudest(samples)).toBeLessThan(6000);
      // Notes swell and fade: around each join, and at either end, there is next to nothing.
      expect(loudest(samples.subarray(0, 40))).toBeLessThan(100);
      for (let join = RING_BACK; join <= samples.length; join += NOTE)
        expect(loudest(samples.subarray(join - 40, join + 40))).toBeLessThan(100);
    }),
    { numRuns: 20 },
  );
});

test("it rings for a second, then two voices take turns, one higher than the other", () => {
  expect(loudest(createSamples("job-1", SAMPLE_RATE, 2 * SAMPLE_RATE))).toBe(0);
  const turn = 4 * SAMPLE_RATE;
  const crossings = (index: number) => {
    const from = 2 * SAMPLE_RATE + index * turn;
    const samples = createSamples("job-1", from, from + turn);
    return samples.filter((sample, n) => sample > 0 && (samples[n - 1] ?? 0) <= 0).length;
  };
  const [low = 0, high = 0] = [0, 1].map((voice) =>
    [0, 2, 4, 6].reduce((sum, index) => sum + crossings(index + voice), 0),
  );
  expect(low).toBeGreaterThan(0);
  expect(high).toBeGreaterThan(low * 1.2);
});

test("wherever one begins to listen, it is the same", () => {
  const place = fc.integer({ min: 0, max: 20 * SAMPLE_RATE });
  const whole = createSamples("job-1", 0, 20 * SAMPLE_RATE);
  fc.assert(
    fc.property(place, place, (a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const samples = createSamples("job-1", from, to);
      expect(samples).toHaveLength(to - from);
      expect(samples.every((sample, n) => sample === whole[from + n])).toBe(true);
    }),
    { numRuns: 50 },
  );
});
