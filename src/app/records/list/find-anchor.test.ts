import fc from "fast-check";
import { expect, test } from "vitest";
import { findAnchor } from "./find-anchor.ts";

const RANGE = { from: 1_000, to: 90_000 };

async function search(
  times: readonly number[],
  index: number,
  order: "ASC" | "DESC",
  room: number,
) {
  let probes = 0;
  const anchor = await findAnchor({
    index,
    range: RANGE,
    order,
    total: times.length,
    room,
    count: ({ from, to }) => {
      probes += 1;
      return Promise.resolve(times.filter((time) => time >= from && time <= to).length);
    },
  });
  return { anchor, probes };
}

test("the query that begins at the anchor reaches the row, and what stands before is counted", () =>
  fc.assert(
    fc.asyncProperty(
      // Most calls in a few busy stretches, as days have.
      fc.array(
        fc.oneof(fc.integer({ min: 1_000, max: 90_000 }), fc.integer({ min: 40_000, max: 40_500 })),
        {
          minLength: 1,
          maxLength: 300,
        },
      ),
      fc.nat(),
      fc.constantFrom("ASC", "DESC"),
      async (times, where, order) => {
        const index = where % times.length;
        const { anchor, probes } = await search(times, index, order, 20);
        expect(probes).toBeLessThan(40);
        const before = times.filter((time) =>
          anchor === undefined
            ? false
            : order === "DESC"
              ? time > anchor.startTime
              : time < anchor.startTime,
        ).length;
        expect(anchor?.first ?? before).toBe(before);
        if (anchor === undefined) return;
        expect(index - before).toBeGreaterThanOrEqual(0);
        expect(index - before).toBeLessThan(20);
      },
    ),
    { numRuns: 300, endOnFailure: true },
  ));

test("an instant with more calls than a query reaches cannot be passed", async () => {
  const times = Array.from({ length: 50 }, () => 5_000);
  expect((await search(times, 45, "DESC", 20)).anchor).toBeUndefined();
  expect((await search(times, 10, "DESC", 20)).anchor?.first).toBe(0);
});

test("a few probes find their way through a year", async () => {
  const times = Array.from({ length: 3_000 }, (_, index) => 1_000 + index * 29);
  const { probes } = await search(times, 2_000, "ASC", 90);
  expect(probes).toBeLessThan(8);
});
