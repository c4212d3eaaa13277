import { expect, test } from "vitest";
import { createByteCache } from "./byte-cache.ts";

test("what is kept weighs no more than it may, the oldest use going first", () => {
  const cache = createByteCache<{ n: number }>(10_000, () => 0);
  for (let n = 0; n < 5; n += 1) cache.set(`${n}`, { n }, 2_000, 60_000);
  // Each weighs its bytes and its own place: four fit.
  expect([0, 1, 2, 3, 4].filter((n) => cache.get(`${n}`) !== undefined)).toEqual([1, 2, 3, 4]);
  cache.get("1");
  cache.set("5", { n: 5 }, 2_000, 60_000);
  expect([1, 2, 3, 4, 5].filter((n) => cache.get(`${n}`) !== undefined)).toEqual([1, 3, 4, 5]);
});

test("what is greater than the whole is not kept, and pushes nothing out", () => {
  const cache = createByteCache<{ n: number }>(10_000, () => 0);
  cache.set("small", { n: 1 }, 100, 60_000);
  cache.set("great", { n: 2 }, 7_000_000, 60_000);
  expect(cache.get("great")).toBeUndefined();
  expect(cache.get("small")).toEqual({ n: 1 });
});

test("what has expired is gone, and makes room", () => {
  let now = 1;
  const cache = createByteCache<{ n: number }>(10_000, () => now);
  for (let n = 0; n < 4; n += 1) cache.set(`${n}`, { n }, 2_000, n === 0 ? 600_000 : 1_000);
  now = 61_001;
  expect(cache.get("1")).toBeUndefined();
  cache.set("new", { n: 9 }, 5_000, 60_000);
  // Had the expired ones their places still, the one that lasts, of the oldest use, had gone.
  expect(cache.get("0")).toEqual({ n: 0 });
});
