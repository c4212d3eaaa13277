import fc from "fast-check";
import { expect, test } from "vitest";
import { firstPast } from "./first-past.ts";

async function search(low: number, high: number, first: number, guess: number | undefined) {
  const asked: number[] = [];
  const found = await firstPast({ low, high }, guess, async (at) => {
    asked.push(at);
    return at >= first;
  });
  return { found, asked };
}

test("the first that is past is found, whatever the guess, and none is asked about twice", async () => {
  const size = fc.integer({ min: 0, max: 200 });
  await fc.assert(
    fc.asyncProperty(
      size,
      size,
      size,
      fc.option(fc.integer(), { nil: undefined }),
      async (low, more, past, guess) => {
        const high = low + 1 + more;
        const first = Math.min(high, low + 1 + past);
        const { found, asked } = await search(low, high, first, guess);
        expect(found).toBe(first);
        expect(new Set(asked).size).toBe(asked.length);
        expect(asked.every((at) => at > low && at < high)).toBe(true);
      },
    ),
  );
});

test("a hundred pages take seven halvings, and a good guess fewer", async () => {
  for (let first = 1; first <= 101; first += 1)
    expect((await search(0, 101, first, undefined)).asked.length).toBeLessThanOrEqual(7);
  for (let first = 4; first <= 97; first += 1)
    expect((await search(0, 101, first, first + 1)).asked.length).toBeLessThanOrEqual(4);
});
