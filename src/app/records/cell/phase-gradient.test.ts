import fc from "fast-check";
import { expect, test } from "vitest";
import type { PhasePart } from "#contract/record/call-phases.ts";
import { FULL_STRIP_SECONDS, phaseGradient, phaseShares, stripShare } from "./phase-gradient.ts";

const PHASES = ["ivr", "queue", "dialing", "ring", "talk"] as const;
const parts: fc.Arbitrary<readonly PhasePart[]> = fc
  .uniqueArray(fc.constantFrom(...PHASES), { minLength: 1 })
  .chain((phases) =>
    fc.tuple(
      ...phases.map((phase) =>
        fc.record({ phase: fc.constant(phase), seconds: fc.integer({ min: 1, max: 20_000 }) }),
      ),
    ),
  );

test("phases are drawn to scale", () => {
  const talk = { phase: "talk", seconds: 75 } as const;
  expect(phaseShares([{ phase: "ivr", seconds: 25 }, talk])).toEqual([25, 75]);
  expect(phaseShares([talk])).toEqual([100]);
});

test("the strip is always filled, every phase can be seen, and a longer one is never shorter", () => {
  fc.assert(
    fc.property(parts, (phases) => {
      const shares = phaseShares(phases);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100);
      expect(Math.min(...shares)).toBeGreaterThan(2.5);
      const byLength = phases.map(({ seconds }, index) => ({ seconds, share: shares[index] ?? 0 }));
      const drawn = byLength.toSorted((a, b) => a.seconds - b.seconds).map(({ share }) => share);
      expect(drawn).toEqual(drawn.toSorted((a, b) => a - b));
    }),
  );
});

test("the image has one colour after the other, with a pixel between them", () => {
  expect(
    phaseGradient([
      { phase: "queue", seconds: 1 },
      { phase: "talk", seconds: 2 },
    ]),
  ).toBe(
    "linear-gradient(to right,var(--phase-queue) 0% calc(33.33% - 1px),transparent 0 33.33%," +
      "var(--phase-talk) 33.33% 100%)",
  );
});

test("strips of all rows are to one scale, as far as it goes", () => {
  expect(stripShare(FULL_STRIP_SECONDS / 4)).toBe(25);
  expect(stripShare(FULL_STRIP_SECONDS)).toBe(100);
  expect(stripShare(50 * FULL_STRIP_SECONDS)).toBe(100);
});
