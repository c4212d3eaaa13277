import fc from "fast-check";
import { expect, test } from "vitest";
import { RANKED_FIELDS, type AskOf } from "#contract/api/asks.ts";
import type { TestRecord } from "#upstream/store/test-store.kit.ts";
import { INSTANCE, told, withCalls } from "./calls-in-hand.kit.ts";
import { MOST_RANK_CALLS } from "./choose-plan.ts";
import { rankRecords } from "./count-records.ts";
import { probeRanks } from "./probe-ranks.ts";

type Ask = AskOf<"ranks">;

/** What is asked for, by going through all values. */
function expected(values: readonly (number | undefined)[], shares: readonly number[]) {
  const rising = values.flatMap((value) => (value !== undefined && value > 0 ? [value] : []));
  rising.sort((a, b) => a - b);
  const base = rising.length;
  return shares.map((share) => {
    const rank = Math.max(1, Math.ceil(Number((share * base).toPrecision(12))));
    return base === 0
      ? { share, seconds: null, position: null, base }
      : { share, seconds: rising[rank - 1], position: base - rank + 1, base };
  });
}

const calls = (list: readonly TestRecord[]): readonly TestRecord[] =>
  list.map((one, index) => ({ contactId: `job-${index}`, instanceId: INSTANCE, ...one }));

test("medians and other ranks are of the calls that have a value, by either plan", async () => {
  const seconds = fc.option(fc.integer({ min: -1, max: 90 }), { nil: undefined, freq: 4 });
  const worlds = fc.array(fc.record({ queueTime: seconds, talkTime: seconds }), {
    minLength: 1,
    maxLength: 100,
  });
  const shares = fc.uniqueArray(fc.constantFrom(0.01, 0.07, 0.5, 0.9, 0.99), { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(worlds, fc.constantFrom(...RANKED_FIELDS), shares, async (list, field, of) => {
      const data = calls(list.map((one) => ({ startTime: 1, ...one })));
      await withCalls(data, 1, async ({ calls: inHand }) => {
        const ask: Ask = { of: "ranks", view: "", field, shares: of };
        const ranks = expected(
          data.map((one) => one[field]),
          of,
        );
        const probed = await told((tell) => probeRanks(inHand, ask, tell));
        expect(new Set(probed), field).toEqual(new Set(ranks));
        const records = await inHand.page(1);
        const counted = await told((tell) => rankRecords(records, ask, tell));
        expect(counted, field).toEqual(ranks);
      });
    }),
    { numRuns: 60 },
  );
});

/** Calls over a day, most of them in some hours of it, of whom `part` waited. */
function day(total: number, part: number, seed: number): readonly TestRecord[] {
  const chance = (index: number, of: number) => ((index * 7919 + seed * 104_729) % of) / of;
  return calls(
    Array.from({ length: total }, (_unused, index) => {
      const hour = chance(index, 997) ** 2;
      // Waits grow and shrink with the hour.
      const wait = 1 + Math.floor(600 * hour * chance(index, 1009));
      return {
        startTime: Math.floor(END * hour),
        queueTime: chance(index, 10_007) < part ? wait : index % 3 === 0 ? undefined : 0,
      };
    }),
  );
}
const END = 86_400_000;
const ASK: Ask = { of: "ranks", view: "", field: "queueTime", shares: [0.5, 0.9] };

test.each([
  ["few of many waited", 30_000, 0.1, 10],
  ["as many calls as page numbers reach", 10_000, 0.9, 10],
  ["more waited than page numbers reach, and the ranks are within", 25_000, 0.7, 20],
  ["a rank is further down than that", 25_000, 1, MOST_RANK_CALLS],
  ["nobody waited", 25_000, 0, 8],
])("ranks are exact: %s", async (_what, total, part, most) => {
  const data = day(total, part, 1);
  await withCalls(data, END, async ({ calls: inHand, spent }) => {
    const lines = await told((tell) => probeRanks(inHand, ASK, tell));
    const waits = data.map(({ queueTime }) => queueTime);
    expect(new Set(lines)).toEqual(new Set(expected(waits, ASK.shares)));
    expect(spent()).toBeLessThanOrEqual(most);
  });
});

test("a rank that the budget does not reach is no number, and its base still is", async () => {
  await withCalls(day(70_000, 1, 3), END, async ({ calls: inHand, spent }) => {
    const lines = await told((tell) => probeRanks(inHand, ASK, tell));
    expect(lines).toContainEqual({ share: 0.5, seconds: null, position: 35_001, base: 70_000 });
    expect(spent()).toBeLessThanOrEqual(MOST_RANK_CALLS);
  });
});

test("where not even the base can be counted, nothing is told as if it were", async () => {
  // More than page numbers reach began at one instant, which no stretch of time divides.
  const data = calls(Array.from({ length: 10_001 }, () => ({ startTime: 1, queueTime: 5 })));
  await withCalls(data, 1, async ({ calls: inHand, spent }) => {
    const lines = await told((tell) => probeRanks(inHand, ASK, tell));
    const unknown = { seconds: null, position: null, base: null };
    expect(lines).toEqual(ASK.shares.map((share) => ({ share, ...unknown })));
    expect(spent()).toBeLessThan(5);
  });
});
