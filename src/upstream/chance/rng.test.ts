import { expect, test } from "vitest";
import { createRng } from "./rng.ts";

test("the same seed gives the same numbers, for ever", () => {
  const rng = createRng("seed", 1);
  // Changing these changes every sample, and breaks the links to its records.
  expect([rng.next(), rng.next(), rng.int(0, 999)]).toMatchInlineSnapshot(`
    [
      0.3613007965032011,
      0.844687441829592,
      530,
    ]
  `);
  expect(createRng("seed", 2).next()).not.toBe(createRng("seed", 1).next());
});

test("numbers are even, and whole ones reach both ends", () => {
  const rng = createRng("even");
  const counts = Array.from({ length: 10 }, () => 0);
  for (let i = 0; i < 20_000; i += 1) {
    const value = rng.int(0, 9);
    counts[value] = (counts[value] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(200);
});

test("a weight is a share", () => {
  const rng = createRng("weights");
  let rare = 0;
  for (let i = 0; i < 10_000; i += 1)
    rare += rng.weighted([
      [0, 9],
      [1, 1],
    ]);
  expect(Math.abs(rare - 1000)).toBeLessThan(120);
});

test("a lognormal duration has its median, and an end", () => {
  const rng = createRng("lognormal");
  const values = Array.from({ length: 9999 }, () => rng.lognormal(100, 1, 500)).toSorted(
    (a, b) => a - b,
  );
  expect(Math.abs((values[5000] ?? 0) - 100)).toBeLessThan(8);
  expect(values[0]).toBeGreaterThanOrEqual(1);
  expect(values.at(-1)).toBe(500);
});
