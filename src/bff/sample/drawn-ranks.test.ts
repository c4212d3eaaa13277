import fc from "fast-check";
import { expect, test } from "vitest";
import { createChance, drawnRanks } from "./drawn-ranks.ts";

test("all ranks come, each once, whatever chance says", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), fc.string(), (total, seed) => {
      const ranks = [...drawnRanks(total, createChance(seed, ""))];
      const inOrder = ranks.toSorted((a, b) => a - b);
      expect(inOrder).toEqual(Array.from({ length: total }, (_unused, rank) => rank));
    }),
  );
});

test("every order of ranks is one way that chance can go, and only one", () => {
  const total = 5;
  const orders = new Set<string>();
  /** All that chance can say: one of 5, one of 4, and so on. */
  const ways = Array.from({ length: 5 * 4 * 3 * 2 }, (_unused, way) => way);
  for (const way of ways) {
    let left = way;
    const chance = (below: number) => {
      const said = left % below;
      left = Math.floor(left / below);
      return said;
    };
    orders.add([...drawnRanks(total, chance)].join(" "));
  }
  expect(orders.size).toBe(ways.length);
});

test("a seed gives the same ranks again, and others of somebody else's calls", () => {
  const first = (seed: string, of: string) => {
    const ranks = drawnRanks(1_000_000, createChance(seed, of));
    return Array.from({ length: 5 }, () => ranks.next().value);
  };
  expect(first("a1b2", "")).toEqual(first("a1b2", ""));
  expect(first("a1b2", "")).not.toEqual(first("a1b3", ""));
  expect(first("a1b2", "anna")).not.toEqual(first("a1b2", "bert"));
});

test("over many seeds each rank is drawn as often as any other", () => {
  const [total, calls, seeds] = [20, 5, 20_000];
  const times = Array.from({ length: total }, () => 0);
  for (let seed = 0; seed < seeds; seed += 1) {
    const ranks = drawnRanks(total, createChance(seed.toString(36), ""));
    for (let drawn = 0; drawn < calls; drawn += 1) {
      const rank = ranks.next().value ?? 0;
      times[rank] = (times[rank] ?? 0) + 1;
    }
  }
  const expected = (seeds * calls) / total;
  const share = calls / total;
  // Each is a sum of independent draws with this variance, but together they are always all that are drawn.
  const chiSquare = times.reduce(
    (sum, one) => sum + (one - expected) ** 2 / (expected * (1 - share)),
    0,
  );
  // 19 degrees of freedom: beyond 43.8 once in a thousand; the seeds are always the same.
  expect(chiSquare * ((total - 1) / total)).toBeLessThan(43.8);
});
