import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { INSTANCE, withCalls, type TestCalls } from "#bff/counts/calls-in-hand.kit.ts";
import type { SampleLine } from "#contract/api/sample.ts";
import { durationRanges } from "#contract/filter/criteria.ts";
import type { Criteria } from "#contract/filter/filters.ts";
import type { SampleDraw } from "#contract/filter/sample-draw.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { UnpinnedCalls } from "#contract/view/call-set.ts";
import { naturalSort } from "#contract/view/natural-sort.ts";
import { DEFAULT_SORT } from "#contract/view/sort.ts";
import { createTestDatabase } from "#embedded/database/database.kit.ts";
import { createDuckDbStore } from "#embedded/duckdb-store.ts";
import type { TestRecord } from "#upstream/store/test-store.kit.ts";
import { MOST_AGENTS } from "./agents.ts";
import { drawSample } from "./draw-sample.ts";
import { createRankedCalls } from "./ranked-calls.ts";
import { MOST_CALLS } from "./sample-reader.ts";

vi.setConfig({ testTimeout: 300_000 });

/** ms: the last start. Long ago, so that no call comes late. */
const END = 86_400_000;
/** More than page numbers reach from both ends together. */
const CALLS = 24_000;

const chance = (index: number, seed: number) => ((index * 7919 + seed * 104_729) % 10_007) / 10_007;

/** Many begin at one instant, some talked for no time that is known, or for less than none. */
const ALL: readonly CallRecord[] = Array.from({ length: CALLS }, (_unused, index) => ({
  contactId: `job-${index}`,
  instanceId: INSTANCE,
  contactType: index % 3 === 0 ? "Outbound" : "Inbound",
  startTime: 10_000 * Math.floor((END / 10_000) * chance(index, 11) ** 2),
  ...(chance(index, 1) < 0.8 && { talkTime: Math.floor(700 * chance(index, 2)) - 50 }),
  ...(index % 2 === 0 && { queueTime: Math.floor(90 * chance(index, 4)) }),
  agentIds: [
    ...(index % 7 === 0 ? [] : [`agent-${Math.floor(60 * chance(index, 3) ** 3)}`]),
    ...(index % 11 === 0 ? ["agent-second"] : []),
  ],
}));
const DATA: readonly TestRecord[] = ALL.map(
  ({ contactId, startTime, talkTime, queueTime, contactType, agentIds = [] }) => ({
    contactId,
    instanceId: INSTANCE,
    startTime,
    talkTime,
    queueTime,
    contactType,
    agentIds: agentIds.join(","),
  }),
);

const inWorld = (ask: (world: TestCalls) => Promise<void>) =>
  withCalls(DATA, END, ask, async () =>
    createDuckDbStore(await createTestDatabase(DATA, [INSTANCE])),
  );

/** What is so, of a call as it was made. */
function isIn({ range, criteria }: UnpinnedCalls, least: number) {
  const talks = durationRanges(criteria).map(([, seconds]) => seconds);
  return ({ startTime = 0, contactType, talkTime, agentIds = [] }: CallRecord) =>
    startTime >= range.from &&
    startTime <= range.to &&
    (criteria.contactType === undefined || criteria.contactType.includes(contactType ?? "")) &&
    (criteria.agentId === undefined || agentIds.includes(criteria.agentId)) &&
    talks.every(({ from = -Infinity, to = Infinity }) => {
      return talkTime !== undefined && talkTime >= from && talkTime <= to;
    }) &&
    (least === 0 || (talkTime !== undefined && talkTime >= least));
}
const idsOf = (records: readonly CallRecord[]) => records.map(({ contactId = "" }) => contactId);

async function linesOf(
  world: TestCalls,
  set: UnpinnedCalls,
  draw: SampleDraw,
  without: readonly string[] = [],
): Promise<readonly SampleLine[]> {
  const lines: SampleLine[] = [];
  await drawSample(set, draw, {
    reader: world.reader,
    readings: { run: (_wanted, read) => read(() => undefined) },
    asking: world.asking,
    without: new Set(without),
    tell: (line) => lines.push(line),
  });
  return lines;
}
const drawnIn = (lines: readonly SampleLine[]) =>
  lines.flatMap((line) => ("calls" in line ? [line] : []));
const beginOf = (lines: readonly SampleLine[]) => lines.find((line) => "total" in line);

/** Sets without a queue, whose durations are found by rank. */
const sets: fc.Arbitrary<UnpinnedCalls> = fc.record({
  instance: fc.constant(INSTANCE),
  range: fc.constantFrom(
    { from: 0, to: END },
    { from: 0, to: END / 3 },
    { from: END / 9, to: END / 8 },
    { from: END + 1, to: END + 2 },
  ),
  criteria: fc.record<Criteria>(
    {
      contactType: fc.constant(["Outbound"] as const),
      talkTime: fc.constantFrom("..300", "30..", "20..40", "600.."),
      agentId: fc.constantFrom("agent-0", "agent-second", "nobody"),
    },
    { requiredKeys: [] },
  ),
});
const draws: fc.Arbitrary<SampleDraw> = fc.record({
  calls: fc.oneof(fc.constantFrom(1, 5, 50), fc.integer({ min: 1, max: 50 })),
  per: fc.constant("all"),
  leastTalk: fc.constantFrom(0, 0, 1, 60, 640, 3_600),
  seed: fc.stringMatching(/^[0-9a-z]{1,6}$/),
});

test("what is drawn is of the view, talked long enough, comes once, and is as many as there are", () =>
  inWorld(async (world) => {
    await fc.assert(
      fc.asyncProperty(sets, draws, async (set, draw) => {
        const lines = await linesOf(world, set, draw);
        const expected = ALL.filter(isIn(set, draw.leastTalk));
        expect(beginOf(lines)).toEqual({
          total: ALL.filter(isIn(set, 0)).length,
          among: expected.length,
        });
        const ids = drawnIn(lines).flatMap(({ calls }) => idsOf(calls));
        expect(ids).toHaveLength(Math.min(draw.calls, expected.length));
        expect(new Set(ids).size).toBe(ids.length);
        const among = new Set(idsOf(expected));
        expect(ids.filter((id) => !among.has(id))).toEqual([]);
        expect(drawnIn(await linesOf(world, set, draw))).toEqual(drawnIn(lines));
      }),
      { numRuns: 25 },
    );
  }));

test("each call of a set stands at one rank, and at each rank stands one", () =>
  inWorld(async (world) => {
    const range = { from: 0, to: END };
    const criteria: readonly Criteria[] = [{}, { talkTime: "1.." }];
    for (const one of criteria) {
      const set = { instance: INSTANCE, range, criteria: one };
      const sort = naturalSort(one) ?? DEFAULT_SORT;
      const asking = { ...world.asking, purpose: "facets" } as const;
      const total = await world.reader.count(set, asking);
      expect(total).toBeGreaterThan(10_000);
      const ranked = createRankedCalls(set, total, {
        count: (some) => world.reader.count(some, asking),
        page: async (some, page) =>
          (await world.reader.page({ ...some, sort, page, pageSize: 100 }, asking)).records,
      });
      const found = await ranked.at(Array.from({ length: total }, (_unused, rank) => rank));
      const ids = idsOf(found.filter((record) => record !== undefined));
      expect(ids.toSorted()).toEqual(idsOf(ALL.filter(isIn(set, 0))).toSorted());
    }
  }));

test("calls that are left out give their places to the next, and the others stay", () =>
  inWorld(async (world) => {
    const set = { instance: INSTANCE, range: { from: 0, to: END }, criteria: {} };
    await fc.assert(
      fc.asyncProperty(draws, fc.integer({ min: 1, max: 8 }), async (draw, nth) => {
        const first = drawnIn(await linesOf(world, set, draw)).flatMap(({ calls }) => idsOf(calls));
        const heard = first.filter((_id, place) => place % nth === 0);
        const again = drawnIn(await linesOf(world, set, draw, heard)).flatMap(({ calls }) =>
          idsOf(calls),
        );
        expect(again.filter((id) => heard.includes(id))).toEqual([]);
        expect(again.slice(0, first.length - heard.length)).toEqual(
          first.filter((id) => !heard.includes(id)),
        );
        expect(again).toHaveLength(first.length);
      }),
      { numRuns: 6 },
    );
  }));

test("of each agent as many are drawn as were asked for, of their own calls", () =>
  inWorld(async (world) => {
    const range = { from: END / 9, to: END / 8 };
    const some = { instance: INSTANCE, range, criteria: {} };
    const all = { instance: INSTANCE, range: { from: 0, to: END }, criteria: {} };
    for (const [set, leastTalk] of [
      [some, 0],
      [some, 300],
      [all, 0],
      [all, 60],
    ] as const) {
      const draw = { calls: 4, per: "agent", leastTalk, seed: "k" } as const;
      const lines = await linesOf(world, set, draw);
      const expected = ALL.filter(isIn(set, leastTalk));
      const agents = [...new Set(expected.flatMap(({ agentIds = [] }) => agentIds))];
      const drawn = drawnIn(lines);
      const told = drawn.map(({ agent }) => agent?.id ?? "");
      expect(new Set(told).size).toBe(told.length);
      const few = set === some ? agents : told;
      expect(told.toSorted()).toEqual(few.toSorted());
      expect(told.length).toBeLessThanOrEqual(set === some ? agents.length : MOST_AGENTS);
      expect(beginOf(lines)).toMatchObject({ areAllAgents: set === some, among: expected.length });
      for (const { agent, calls } of drawn) {
        const own = expected.filter(({ agentIds = [] }) => agentIds.includes(agent?.id ?? ""));
        expect(agent?.among).toBe(own.length);
        const ids = idsOf(calls);
        expect(ids).toHaveLength(Math.min(4, own.length));
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.filter((id) => !idsOf(own).includes(id))).toEqual([]);
      }
      expect(drawnIn(await linesOf(world, set, draw)).toSorted(byAgent)).toEqual(
        drawn.toSorted(byAgent),
      );
    }
  }));

type OfAgent = ReturnType<typeof drawnIn>[number];
const byAgent = (a: OfAgent, b: OfAgent) => ((a.agent?.id ?? "") < (b.agent?.id ?? "") ? -1 : 1);

test("where calls with so much talk are not found among so many, each is looked at", () =>
  inWorld(async (world) => {
    // Two durations at once take reading all calls of one, which are more than are read.
    const criteria = { queueTime: "10.." };
    const set = { instance: INSTANCE, range: { from: 0, to: END }, criteria };
    const draw = { calls: 20, per: "all", leastTalk: 300, seed: "look" } as const;
    const lines = await linesOf(world, set, draw);
    const inQueue = ALL.filter(({ queueTime = 0 }) => queueTime >= 10);
    expect(beginOf(lines)).toEqual({ total: inQueue.length, among: null });
    const ids = drawnIn(lines).flatMap(({ calls }) => idsOf(calls));
    expect(new Set(ids).size).toBe(20);
    const long = new Set(idsOf(inQueue.filter(({ talkTime = 0 }) => talkTime >= 300)));
    expect(ids.filter((id) => !long.has(id))).toEqual([]);
  }));

test("a draw costs a call for each page, and some to halve the time", () =>
  inWorld(async (world) => {
    const set = { instance: INSTANCE, range: { from: 1, to: END }, criteria: {} };
    const before = world.spent();
    await linesOf(world, set, { calls: 5, per: "all", leastTalk: 0, seed: "cost" });
    const spent = world.spent() - before;
    // The count of all, at most two halvings of 24,000 calls on each way, and five pages.
    expect(spent).toBeLessThanOrEqual(1 + 3 + 5);
  }));

test("a draw that would take too many calls is refused whole", () => {
  // Forty agents, each with thirty pages of calls.
  const passedOn = DATA.map((call, index) => {
    const agents = [0, 8, 16, 24, 32].map((step) => `agent-${(index + step) % 40}`);
    return { ...call, agentIds: agents.join(",") };
  });
  return withCalls(
    passedOn,
    END,
    async (world) => {
      const set = { instance: INSTANCE, range: { from: 0, to: END }, criteria: {} };
      const before = world.spent();
      const draw = { calls: 50, per: "agent", leastTalk: 0, seed: "many" } as const;
      const over = new AbortController();
      const asking = { ...world.asking, signal: over.signal };
      await expect(linesOf({ ...world, asking }, set, draw)).rejects.toMatchObject({
        code: "too_many_calls",
      });
      // As whoever replies does.
      over.abort();
      expect(world.spent() - before).toBeLessThanOrEqual(MOST_CALLS);
      expect(await world.reader.count(set, { ...world.asking, purpose: "facets" })).toBe(CALLS);
    },
    async () => createDuckDbStore(await createTestDatabase(passedOn, [INSTANCE])),
  );
});
