import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { facetValuesOf } from "#bff/counts/facet-values.ts";
import { startSampleBff, type SampleBff } from "#bff/sample-bff.kit.ts";
import type { Ask } from "#contract/api/asks.ts";
import { recordsReplySchema } from "#contract/api/records.ts";
import {
  DURATION_KEYS,
  FACET_KEYS,
  type Criteria,
  type FacetKey,
} from "#contract/filter/filters.ts";
import { writeSecondsRange } from "#contract/filter/seconds-range.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { MOST_SORTED } from "#contract/record/list-limits.ts";
import { DAY_MS } from "#contract/time/durations.ts";
import { callsSearch } from "#contract/view/call-set.ts";
import { PAGE_SIZE } from "#contract/view/paging.ts";
import { matching } from "./counts-oracle.kit.ts";

const INSTANCE = "ccc-sample";
const DAYS = 60;

let server: SampleBff;
let all: readonly CallRecord[];
let end: number;
beforeAll(async () => {
  server = await startSampleBff({ sampleRecords: 14_000, sampleSeed: "durations" });
  end = Date.now();
  all = await everything();
}, 60_000);
afterAll(() => server.close());

const searchOf = (days: number, criteria: Criteria) =>
  callsSearch({
    instance: INSTANCE,
    range: { from: end - days * DAY_MS, to: end },
    criteria,
  });

async function everything(): Promise<readonly CallRecord[]> {
  const found: CallRecord[] = [];
  for (let page = 1; ; page += 1) {
    const path = `/api/records${searchOf(DAYS, {})}&page=${page}`;
    const { records } = await server.get(path, recordsReplySchema);
    found.push(...records);
    if (records.length < PAGE_SIZE) return found;
  }
}

function tally(records: readonly CallRecord[], facet: FacetKey): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { value } of records.flatMap((record) => facetValuesOf(record, facet)))
    counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The parts of a service level, by going through all records. */
function levelIn(records: readonly CallRecord[], within: number): Record<string, number> {
  const inbound = records.filter(({ contactType }) => contactType === "Inbound");
  const count = (ways: string, most?: number) =>
    inbound.filter(
      ({ contactDisposition = "none", queueTime }) =>
        ways.split(" ").includes(contactDisposition) &&
        (most === undefined || (queueTime !== undefined && queueTime <= most)),
    ).length;
  return {
    offered: count(
      "Success AbandonedInQueue AbandonedInRing QueuingTimeout QueuingOverflow QueuingFailed",
    ),
    answered: count("Success"),
    within: count("Success", within),
    short: count("AbandonedInQueue", 5),
  };
}

const bound = fc.integer({ min: 0, max: 400 });
const criteria: fc.Arbitrary<Criteria> = fc
  .tuple(
    fc.uniqueArray(
      fc.tuple(
        fc.constantFrom(...DURATION_KEYS),
        fc
          .oneof(
            bound.map((from) => ({ from })),
            bound.map((to) => ({ to })),
            fc.tuple(bound, bound).map(([from, more]) => ({ from, to: from + more })),
          )
          .map(writeSecondsRange),
      ),
      { selector: ([key]) => key, minLength: 1, maxLength: 2 },
    ),
    fc.option(fc.constant(["Success"]), { nil: undefined }),
  )
  .map(([ranges, contactDisposition]) => ({
    ...Object.fromEntries(ranges),
    ...(contactDisposition && { contactDisposition }),
  }));

test("what is counted by durations is so of all records, and what is too many says so", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(1, 5, 20, DAYS),
      criteria,
      fc.constantFrom(...FACET_KEYS),
      fc.constantFrom(...DURATION_KEYS),
      async (days, asked, facet, field) => {
        const time = { from: end - days * DAY_MS, to: end };
        const view = searchOf(days, asked);
        const middle = end - (days * DAY_MS) / 2;
        const asks: Ask[] = [
          { of: "total", view },
          { of: "facet", view, facet },
          { of: "times", view, edges: [time.from, middle, end + 1] },
          { of: "ranks", view, field, shares: [0.5] },
          { of: "level", view, seconds: 20 },
        ];
        const lines = await server.counts(asks);
        const linesOf = (ask: number) => lines.filter((line) => "ask" in line && line.ask === ask);
        /** What is told of a question; nothing where it is told that it is too much, and may be. */
        const toldOf = (ask: number, mayBeTooMany: boolean) => {
          const told = linesOf(ask);
          const isTooMany = told.some(
            (line) => "problem" in line && line.problem.code === "too_many_calls",
          );
          expect(isTooMany && !mayBeTooMany).toBe(false);
          return isTooMany ? undefined : told;
        };
        const set = matching(all, time, asked);
        const { [facet]: _own, ...others } = asked;
        const ofFacet = matching(all, time, others);
        const isOne = DURATION_KEYS.filter((key) => asked[key] !== undefined).length === 1;

        const total = toldOf(0, !isOne);
        expect(total ?? [{ ask: 0, total: set.length }]).toEqual([{ ask: 0, total: set.length }]);

        const counts = tally(ofFacet, facet);
        const values = toldOf(1, !isOne || ofFacet.length > MOST_SORTED)?.flatMap((line) =>
          "value" in line && line.count > 0 ? [[line.value, line.count] as const] : [],
        );
        // Of people no more are told than a list on screen shows.
        expect(values?.length ?? Math.min(counts.size, 200)).toBe(Math.min(counts.size, 200));
        expect((values ?? []).filter(([value, count]) => counts.get(value) !== count)).toEqual([]);

        const before = set.filter(({ startTime = 0 }) => startTime < middle).length;
        const bucket = toldOf(2, !isOne || set.length > MOST_SORTED)?.[0];
        expect(bucket ?? { bucket: 0, count: before }).toMatchObject({ bucket: 0, count: before });

        const spent = set
          .map((record) => record[field] ?? 0)
          .filter((seconds) => seconds > 0)
          .toSorted((a, b) => a - b);
        const rank = {
          base: spent.length,
          seconds: spent[Math.max(0, Math.ceil(spent.length / 2) - 1)] ?? null,
        };
        // Ranks of the very duration need no reading.
        const isRead = asked[field] === undefined && set.length > MOST_SORTED;
        expect(toldOf(3, !isOne || isRead)?.[0] ?? rank).toMatchObject(rank);

        const level = levelIn(set, 20);
        const leveled = toldOf(4, !isOne)?.[0];
        const known = Object.entries((leveled && "level" in leveled && leveled.level) || {});
        // Beside a range of another duration there may be too many calls for a part to be found among.
        const isOfQueue = asked.queueTime !== undefined && isOne;
        for (const [part, count] of known)
          expect(count ?? (isOfQueue ? undefined : level[part]), part).toBe(level[part]);
      },
    ),
    { numRuns: 60 },
  );
}, 120_000);

test("rows in another order than the duration's are those of all, or say in which order they are", async () => {
  const few = `/api/records${searchOf(1, { queueTime: "10.." })}`;
  const sorted = await server.get(few, recordsReplySchema);
  const starts = sorted.records.map(({ startTime = 0 }) => startTime);
  expect(sorted.sort).toBeUndefined();
  expect(starts.length).toBeGreaterThan(5);
  expect(starts).toEqual(starts.toSorted((a, b) => b - a));

  const many = `/api/records${searchOf(DAYS, { callDuration: "1.." })}`;
  const switched = await server.get(many, recordsReplySchema);
  const lengths = switched.records.map(({ callDuration = 0 }) => callDuration);
  expect(switched.sort).toBe("-callDuration");
  expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
});

test("one call by its id is found whatever durations stand beside it, as the upstream does", async () => {
  const [record] = all;
  const path = `/api/records?contact=${record?.contactId}&talk=999999..`;
  expect((await server.get(path, recordsReplySchema)).records).toEqual([record]);
});

test("a duration out of form is refused, with what it takes", async () => {
  for (const text of ["60", "..", "3..1", "-1..", "1.5..", "1234567.."])
    expect(await server.problem(`/api/records?queue=${text}`)).toMatchObject({
      code: "invalid_parameter",
      field: "queue",
    });
});
