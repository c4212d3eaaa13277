import fc from "fast-check";
import { expect, test } from "vitest";
import { waitBeforeTry } from "./outage-pace.ts";

test("it is tried soon, then at growing distances, and never less than twice a minute", () => {
  const waits = [0, 1, 2, 3, 4, 5, 6, 50].map((tries) => waitBeforeTry(tries, 1));
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
});

test("chance shortens a wait by half at most", () => {
  fc.assert(
    fc.property(fc.nat(100), fc.double({ min: 0, max: 1, noNaN: true }), (tries, chance) => {
      const [least, most] = [waitBeforeTry(tries, 0), waitBeforeTry(tries, 1)];
      expect(least).toBe(most / 2);
      expect(waitBeforeTry(tries, chance)).toBeGreaterThanOrEqual(least);
      expect(waitBeforeTry(tries, chance)).toBeLessThanOrEqual(most);
    }),
  );
});
