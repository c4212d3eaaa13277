import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RANKED_FIELDS } from "#contract/api/asks.ts";
import { FACET_KEYS, FILTERS } from "#contract/filter/filters.ts";
import { SURVEY_STATES, surveyStateOf } from "#contract/record/survey-state.ts";
import { createTestDatabase } from "#embedded/database/database.kit.ts";
import { createDuckDbStore } from "#embedded/duckdb-store.ts";
import { createArrayStore } from "#upstream/store/array-store.kit.ts";
import type { CreateTestStore, TestRecord } from "#upstream/store/test-store.kit.ts";
import { INSTANCE, told, withCalls, type TestCalls } from "./calls-in-hand.kit.ts";
import { countFacet, countTimes, rankRecords } from "./count-records.ts";
import type { Line } from "./lines.ts";
import { probeFacet } from "./probe-facet.ts";
import { probeRanks } from "./probe-ranks.ts";
import { probeTimes } from "./probe-times.ts";

/** ms: the last start of a world. */
const END = 20;

/** Counts of values by their value: what one plan has not told, the other has counted as none. */
const byValue = (lines: readonly Line[]) =>
  Object.fromEntries(
    lines.flatMap((line) => ("value" in line && line.count > 0 ? [[line.value, line.count]] : [])),
  );

const statesOf = (lines: readonly Line[]) =>
  new Map(lines.flatMap((line) => ("state" in line ? [[line.state, line]] : [])));

const only = (counts: Readonly<Record<string, number>>, values: readonly string[]) =>
  Object.fromEntries(values.map((value) => [value, counts[value]]));

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 4 });
const joined = maybe(fc.constantFrom("a", "a, b", " a,a", "a,,b", "\tb\u00a0,", ", ,"));

/** Worlds of few calls, most of them odd. */
function worlds(odd: readonly number[]): fc.Arbitrary<readonly TestRecord[]> {
  const seconds = maybe(fc.constantFrom(0, 1, 2, -1, -30, ...odd));
  const fields: fc.Arbitrary<TestRecord> = fc.record({
    startTime: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: END })),
    contactType: maybe(fc.constantFrom("Inbound", "Outbound", "HoloCall")),
    contactDisposition: maybe(fc.constantFrom("Success", "NoAnswer")),
    satisfactionIndex: maybe(fc.constantFrom(0, 1, -1, 12, 2_147_483_647)),
    satisfactionDescription: maybe(fc.constantFrom("满意", "一般")),
    satisfactionSurveyOffered: maybe(fc.boolean()),
    satisfactionSurveyChannel: maybe(fc.constantFrom("IVR", "SMS")),
    agentIds: joined,
    skillGroupIds: joined,
    callDuration: seconds,
    talkTime: seconds,
    ringTime: seconds,
    dialingTime: seconds,
    ivrTime: seconds,
    queueTime: seconds,
  });
  return fc.array(fields, { minLength: 1, maxLength: 25 }).map((list) =>
    list.map((one, index) => ({
      ...one,
      contactId: `job-${index}`,
      instanceId: INSTANCE,
    })),
  );
}

const edgesOf = fc
  .uniqueArray(fc.integer({ min: 0, max: END + 3 }), { minLength: 2, maxLength: 7 })
  .map((edges) => edges.toSorted((a, b) => a - b));
const sharesOf = fc.uniqueArray(fc.double({ min: 0.01, max: 0.99, noNaN: true }), {
  minLength: 1,
  maxLength: 5,
});

const STORES: readonly (readonly [
  name: string,
  createStore: CreateTestStore,
  odd: readonly number[],
  numRuns: number,
])[] = [
  [
    "the embedded store",
    async (records, instanceIds) =>
      createDuckDbStore(await createTestDatabase(records, instanceIds)),
    [2_147_483_647, -2_147_483_648],
    // Each makes a database.
    10,
  ],
  ["a store of any numbers", createArrayStore, [0.5, -0.25, 1e15, -1e15, 1e300], 40],
];

describe.each(STORES)("over %s", (_name, createStore, odd, numRuns) => {
  test("records that are read and probes that are sent give the same figures", async () => {
    await fc.assert(
      fc.asyncProperty(worlds(odd), edgesOf, sharesOf, async (data, edges, shares) => {
        const compare = async ({ calls }: TestCalls) => {
          const records = await calls.page(1);
          expect(records).toHaveLength(data.length);
          const view = "";
          for (const field of RANKED_FIELDS) {
            const ask = { of: "ranks", view, field, shares } as const;
            const looked = await told((tell) => probeRanks(calls, ask, tell));
            const counted = await told((tell) => rankRecords(records, ask, tell));
            expect(new Set(looked), field).toEqual(new Set(counted));
          }
          const times = { of: "times", view, edges } as const;
          const probed = await told((tell) => probeTimes(calls, times, tell));
          for (const line of await told((tell) => countTimes(records, times, tell)))
            expect(probed).toContainEqual(
              "count" in line && line.count === 0 ? { ...line, tones: undefined } : line,
            );
          for (const facet of FACET_KEYS) {
            const ask = { of: "facet", view, facet } as const;
            const probes = byValue(await told((tell) => probeFacet(calls, ask, tell)));
            const counted = byValue(await told((tell) => countFacet(records, ask, tell)));
            // Of people and words probes tell those that they come upon, and that these are not all.
            const areAll = "options" in FILTERS[facet];
            const comparable = areAll ? counted : only(counted, Object.keys(probes));
            expect(probes, facet).toEqual(comparable);
          }
          const ask = { of: "facet", view, facet: "satisfactionIndex" } as const;
          const probes = statesOf(await told((tell) => probeFacet(calls, ask, tell)));
          const counts = statesOf(await told((tell) => countFacet(records, ask, tell)));
          for (const state of SURVEY_STATES) {
            const { count, atLeast = 0 } = probes.get(state) ?? {};
            const actual = records.filter((one) => surveyStateOf(one) === state).length;
            // By either plan what is told is so, and else not known; answers always are in records.
            expect([null, actual], state).toContain(count);
            expect([null, actual], state).toContain(counts.get(state)?.count);
            expect(atLeast, state).toBeLessThanOrEqual(actual);
          }
        };
        await withCalls(data, END, compare, createStore);
      }),
      { numRuns },
    );
  });
});
