import fc from "fast-check";
import { expect, test } from "vitest";
import { createFallingList } from "./falling-list.ts";
import { valueInMerged } from "./merged-rank.ts";

/** A list over values in memory, and how often it was read. */
function listOf(values: readonly number[]) {
  const falling = values.toSorted((a, b) => b - a);
  let reads = 0;
  const list = createFallingList(falling.length, async (page, pageSize) => {
    reads += 1;
    return falling.slice((page - 1) * pageSize, page * pageSize);
  });
  return { list, count: falling.filter((value) => value > 0).length, reads: () => reads };
}

const seconds = fc.oneof(
  fc.constantFrom(0, 1, 1, 2),
  fc.integer({ min: 0, max: 4_000 }),
  fc.constantFrom(0.5, 2.25, 1e15, 1e300),
);
const values = fc.array(seconds, { minLength: 1, maxLength: 350 });

test("a list tells at any place what is there, and where it passes any value", async () => {
  await fc.assert(
    fc.asyncProperty(values, seconds, fc.nat(), async (all, sought, place) => {
      const { list, reads } = listOf(all);
      const falling = all.toSorted((a, b) => b - a);
      const above = falling.filter((value) => value > sought).length;
      expect(await list.passing(sought)).toEqual({ above, next: falling[above] });
      expect(await list.passing(sought, 0.3)).toEqual({ above, next: falling[above] });
      const position = (place % all.length) + 1;
      expect(await list.valueAt(position)).toBe(falling[position - 1]);
      expect(reads()).toBeLessThanOrEqual(8);
    }),
  );
});

test("a place in lists laid together is that of all their values in order", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(values, { minLength: 1, maxLength: 6 }),
      fc.nat(),
      async (worlds, place) => {
        const lists = worlds.map(listOf).filter(({ count }) => count > 0);
        const falling = worlds.flat().filter((value) => value > 0);
        falling.sort((a, b) => b - a);
        fc.pre(falling.length > 0);
        const position = (place % falling.length) + 1;
        expect(await valueInMerged(lists, position)).toBe(falling[position - 1]);
      },
    ),
  );
});
