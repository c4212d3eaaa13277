import fc from "fast-check";
import { expect, test } from "vitest";
import { HOUR_MS } from "#contract/time/durations.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import { LIST_REACH } from "#contract/view/paging.ts";
import { findNarrowing } from "./narrowing.ts";

/** Neither end is a whole second. */
const RANGE = { from: Date.UTC(2026, 10, 1) + 123, to: Date.UTC(2026, 10, 22, 6, 5, 12, 345) };

/** Each burst is calls that are spread evenly over some time, ms. */
interface Burst {
  readonly from: number;
  readonly lasts: number;
  readonly calls: number;
}

const isWithin =
  ({ from, to }: AbsoluteRange) =>
  (time: number) =>
    time >= from && time <= to;

async function narrow(bursts: readonly Burst[]) {
  const times = bursts
    .flatMap(({ from, lasts, calls }) =>
      Array.from({ length: calls }, (_, index) => from + Math.floor((index * lasts) / calls)),
    )
    .filter(isWithin(RANGE));
  let probes = 0;
  const found = await findNarrowing(RANGE, times.length, (range) => {
    probes += 1;
    return Promise.resolve(times.filter(isWithin(range)).length);
  });
  return { found, probes, times };
}

test("what is found begins with a second, is counted, and fits a list in any order", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          from: fc.integer({ min: RANGE.from, max: RANGE.to }),
          lasts: fc.constantFrom(0, 20_000, HOUR_MS, 200 * HOUR_MS),
          calls: fc.constantFrom(0, 40, 700, 6_000, 12_000),
        }),
        { minLength: 1, maxLength: 6 },
      ),
      async (bursts) => {
        const { found, times } = await narrow(bursts);
        fc.pre(times.length > LIST_REACH);
        const countFrom = (from: number) => times.filter((time) => time >= from).length;
        // Where nothing is found, not even the last second that has any calls would have fit.
        const last = times.reduce((latest, time) => Math.max(latest, time), 0);
        const from = found?.from ?? last - (last % 1000) + 1000;
        const count = found?.count ?? 0;
        expect(from % 1000).toBe(0);
        expect(from).toBeGreaterThan(RANGE.from);
        expect(count).toBe(countFrom(from));
        expect(count).toBeLessThanOrEqual(LIST_REACH);
        // Nearly as many as fit, or one second more would be too many.
        const isTight = count > LIST_REACH * 0.95 || countFrom(from - 1000) > LIST_REACH;
        expect(isTight).toBe(true);
      },
    ),
    { numRuns: 60, endOnFailure: true },
  ));

test("calls that are spread evenly are found with a probe or two", async () => {
  const lasts = RANGE.to - RANGE.from;
  const { found, probes } = await narrow([{ from: RANGE.from, lasts, calls: 1.6 * LIST_REACH }]);
  expect(probes).toBeLessThan(3);
  expect(found?.count).toBeGreaterThan(0.95 * LIST_REACH);
});

test("where no second will do there is no narrowing", async () => {
  for (const from of [RANGE.to, RANGE.from + HOUR_MS]) {
    const { found } = await narrow([{ from, lasts: 0, calls: 10_001 }]);
    expect(found).toBeNull();
  }
});
