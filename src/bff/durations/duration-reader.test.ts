import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { INSTANCE, withCalls, type TestCalls } from "#bff/counts/calls-in-hand.kit.ts";
import { durationRanges } from "#contract/filter/criteria.ts";
import { DURATION_KEYS, type Criteria, type DurationKey } from "#contract/filter/filters.ts";
import { isInSeconds, writeSecondsRange } from "#contract/filter/seconds-range.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { SORT_FIELDS, SORT_ORDERS, type SortOrder } from "#contract/record/enums.ts";
import { MOST_SORTED } from "#contract/record/list-limits.ts";
import { wireName } from "#contract/upstream/wire-record.ts";
import type { Sort } from "#contract/view/sort.ts";
import { createTestDatabase } from "#embedded/database/database.kit.ts";
import type { EmbeddedDatabase } from "#embedded/database/database.ts";
import { createDuckDbStore } from "#embedded/duckdb-store.ts";
import type { TestRecord } from "#upstream/store/test-store.kit.ts";
import { tooManyCalls } from "./too-many-calls.ts";

vi.setConfig({ testTimeout: 300_000 });

/** ms: the last start. Long ago, so that no call comes late. */
const END = 86_400_000;
/** More than page numbers reach from both ends together. */
const CALLS = 30_000;

const chance = (index: number, seed: number) => ((index * 7919 + seed * 104_729) % 10_007) / 10_007;

/** Of each duration other shapes: many ties, many without, some below 0. */
const SECONDS: Readonly<Record<DurationKey, (index: number) => number | undefined>> = {
  queueTime: (index) =>
    chance(index, 1) < 0.3 ? undefined : Math.max(0, Math.floor(chance(index, 2) * 900) - 300),
  // A tie that reaches further than page numbers from either end.
  ringTime: (index) => (chance(index, 3) < 0.9 ? 5 : Math.floor(chance(index, 4) * 20) - 3),
  talkTime: (index) => Math.floor(1800 * chance(index, 5) ** 3),
  callDuration: (index) =>
    chance(index, 6) < 0.02
      ? -1 - Math.floor(9 * chance(index, 7))
      : Math.floor(3000 * chance(index, 8)),
  ivrTime: (index) => (chance(index, 9) < 0.99 ? undefined : Math.floor(100 * chance(index, 10))),
  dialingTime: () => undefined,
};

const DATA: readonly TestRecord[] = Array.from({ length: CALLS }, (_unused, index) => ({
  contactId: `job-${index}`,
  instanceId: INSTANCE,
  contactType: index % 3 === 0 ? "Outbound" : "Inbound",
  // Most calls begin in some hours of a day.
  startTime: Math.floor(END * chance(index, 11) ** 2),
  ...Object.fromEntries(DURATION_KEYS.map((key) => [key, SECONDS[key](index)])),
}));

const TOO_MANY = String(tooManyCalls("queueTime"));

interface AskedView {
  readonly range: { readonly from: number; readonly to: number };
  readonly criteria: Criteria;
  readonly sort: Sort;
  readonly page: number;
}

const bound = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 3200 }));
const secondsRange = fc
  .oneof(
    bound.map((from) => ({ from })),
    bound.map((to) => ({ to })),
    fc.tuple(bound, bound).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
    fc
      .tuple(bound, fc.integer({ min: 0, max: 60 }))
      .map(([from, more]) => ({ from, to: from + more })),
  )
  .map(writeSecondsRange);
const views: fc.Arbitrary<AskedView> = fc.record({
  range: fc.constantFrom(
    { from: 0, to: END },
    { from: 0, to: END / 3 },
    { from: END / 9, to: END / 8 },
  ),
  criteria: fc
    .tuple(
      fc.uniqueArray(fc.tuple(fc.constantFrom(...DURATION_KEYS), secondsRange), {
        selector: ([key]) => key,
        minLength: 1,
        maxLength: 2,
      }),
      fc.option(fc.constant(["Outbound"]), { nil: undefined }),
    )
    .map(([ranges, contactType]) => ({
      ...Object.fromEntries(ranges),
      ...(contactType && { contactType }),
    })),
  sort: fc.record({
    field: fc.constantFrom(...SORT_FIELDS),
    order: fc.constantFrom(...SORT_ORDERS),
  }),
  page: fc.integer({ min: 1, max: 100 }),
});

function whereOf({ range, criteria }: AskedView): string {
  return [
    `StartTime BETWEEN ${range.from} AND ${range.to}`,
    ...(criteria.contactType ? ["ContactType::VARCHAR = 'Outbound'"] : []),
    ...durationRanges(criteria).flatMap(([key, { from, to }]) => [
      `${wireName(key)} IS NOT NULL`,
      ...(from === undefined ? [] : [`${wireName(key)} >= ${from}`]),
      ...(to === undefined ? [] : [`${wireName(key)} <= ${to}`]),
    ]),
  ].join(" AND ");
}

async function sqlOf(database: EmbeddedDatabase, text: string): Promise<readonly unknown[][]> {
  return (await database.run({ text, params: [] })).getRowsJS();
}

async function expectRight(
  view: AskedView,
  database: EmbeddedDatabase,
  { reader, asking }: TestCalls,
): Promise<void> {
  const { criteria, range, page } = view;
  const ranges = durationRanges(criteria);
  const where = whereOf(view);
  const [[counted] = []] = await sqlOf(database, `SELECT count(*) FROM records WHERE ${where}`);
  const total = Number(counted);
  const calls = { instance: INSTANCE, range, criteria };
  const rows = { ...asking, purpose: "rows" } as const;
  // Half of them would do with their own order, half are asked for in another.
  const own = page % 2 === 0 && ranges.length === 1;
  const sort = own ? { ...view.sort, field: ranges[0]?.[0] ?? view.sort.field } : view.sort;
  const request = { ...calls, sort, page, pageSize: 100 };
  const given = await reader.page(request, rows).catch(String);
  const refusal = typeof given === "string" ? given : undefined;
  // Of several ranges each may have more calls than are read.
  expect(refusal === undefined || (refusal === TOO_MANY && ranges.length === 2)).toBe(true);
  if (typeof given === "string") return;
  expect(await reader.count(calls, rows)).toBe(total);
  const order = given.sort ?? sort;
  expect(given.sort === undefined || total > MOST_SORTED).toBe(true);
  const column = wireName(order.field);
  const expected = await sqlOf(
    database,
    `SELECT ${column} FROM records WHERE ${where} ORDER BY ${column} ${order.order} NULLS LAST
     LIMIT 100 OFFSET ${(page - 1) * 100}`,
  );
  const values = given.records.map((record) => record[order.field] ?? null);
  expect(values).toEqual(expected.map(([value]) => (value === null ? null : Number(value))));
  const isIn = (record: CallRecord) =>
    ranges.every(([key, seconds]) => isInSeconds(seconds, record[key]));
  expect(given.records.every(isIn)).toBe(true);
  // Nothing repeats, and nothing is left out, from one page to the next.
  const pages = [page - 1, page, page + 1].filter((one) => one >= 1 && one <= 100);
  const around = await Promise.all(
    pages.map((one) => reader.page({ ...request, sort: order, page: one }, rows)),
  );
  const ids = around.flatMap((one) => one.records.map(({ contactId }) => contactId));
  const before = ((pages[0] ?? 1) - 1) * 100;
  expect(new Set(ids).size).toBe(Math.max(0, Math.min(pages.length * 100, total - before)));
}

test("pages and totals are those of SQL, whatever is asked by durations", async () => {
  let database: EmbeddedDatabase | undefined;
  const createStore = async () => {
    database = await createTestDatabase(DATA, [INSTANCE]);
    return createDuckDbStore(database);
  };
  await withCalls(
    DATA,
    END,
    async (world) => {
      if (database === undefined) throw new Error("There is no database.");
      const opened = database;
      await fc.assert(
        fc.asyncProperty(views, (view) => expectRight(view, opened, world)),
        { numRuns: 150 },
      );
    },
    createStore,
  );
});

test("calls that come late, of the range or longer, move no other into it and none out of it", async () => {
  const now = Date.now();
  const waits = (from: number, count: number, queueTime: number): TestRecord[] =>
    Array.from({ length: count }, (_unused, index) => ({
      contactId: `job-${from + index}`,
      instanceId: INSTANCE,
      startTime: now - 60_000,
      queueTime,
    }));
  const data = [...waits(0, 130, 90), ...waits(1000, 180, 70), ...waits(2000, 150, 10)];
  await withCalls(data, now, async ({ reader, asking }) => {
    const rows = { ...asking, purpose: "rows" } as const;
    const request = {
      instance: INSTANCE,
      range: { from: 0, to: now },
      criteria: { queueTime: "60..80" },
      sort: { field: "queueTime", order: "DESC" },
      pageSize: 100,
    } as const;
    const first = await reader.page({ ...request, page: 1 }, rows);
    expect([first.total, first.records.length]).toEqual([null, 100]);
    expect(await reader.count(request, rows)).toBe(180);
    data.unshift(...waits(5000, 40, 95), ...waits(6000, 5, 75));
    const second = await reader.page({ ...request, page: 2 }, rows);
    const read = [...first.records, ...second.records];
    expect(read.every(({ queueTime = 0 }) => queueTime >= 60 && queueTime <= 80)).toBe(true);
    const old = read.filter(({ contactId = "" }) => /^job-1\d{3}$/.test(contactId));
    expect(new Set(old.map(({ contactId }) => contactId)).size).toBe(180);
  });
});

const longestFirst = (queueTime: string) =>
  ({
    instance: INSTANCE,
    range: { from: 0, to: END },
    criteria: { queueTime },
    sort: { field: "queueTime", order: "DESC" },
    pageSize: 100,
  }) as const;

test("a range is found by few calls, and asked for again by none", async () => {
  await withCalls(DATA, END, async ({ reader, asking, spent }) => {
    const rows = { ...asking, purpose: "rows" } as const;
    const request = longestFirst("400..");
    // The rows themselves take one, since the list begins with them.
    expect((await reader.page({ ...request, page: 1 }, rows)).total).toBeNull();
    expect(spent()).toBe(1);
    await reader.count(request, rows);
    const first = await reader.page({ ...request, page: 1 }, rows);
    expect(first.total).toBe(DATA.filter(({ queueTime = 0 }) => queueTime >= 400).length);
    // The count of all, the page that is asked for, and what it takes to find the end.
    expect(spent()).toBeLessThanOrEqual(13);
    const before = spent();
    await reader.page({ ...request, page: 1 }, rows);
    expect(await reader.count(request, rows)).toBe(first.total);
    expect(spent()).toBe(before);
  });
});

test("the first page of a range between two others is there before its end is looked for", async () => {
  await withCalls(DATA, END, async ({ reader, asking, spent }) => {
    const rows = { ...asking, purpose: "rows" } as const;
    const request = longestFirst("400..500");
    const first = await reader.page({ ...request, page: 1 }, rows);
    expect(first.total).toBeNull();
    expect(first.records.map(({ queueTime }) => queueTime)).toEqual(
      DATA.map(({ queueTime = -1 }) => queueTime)
        .filter((seconds) => seconds >= 400 && seconds <= 500)
        .toSorted((a, b) => b - a)
        .slice(0, 100),
    );
    // The count of all, both edges of the list, what it takes to find where the range begins, and a page after it.
    expect(spent()).toBeLessThanOrEqual(13);
    const toRows = spent();
    const total = DATA.filter(({ queueTime = -1 }) => queueTime >= 400 && queueTime <= 500).length;
    expect(await reader.count(request, rows)).toBe(total);
    expect(spent()).toBeGreaterThan(toRows);
    expect((await reader.page({ ...request, page: 1 }, rows)).total).toBe(total);
  });
});

/** Ranks from which to which a range goes: anywhere, and about where page numbers end. */
const stretches = (calls: number) =>
  fc
    .tuple(
      fc.oneof(fc.nat({ max: calls - 1 }), fc.integer({ min: 9_850, max: 10_050 })),
      fc.oneof(fc.nat({ max: 40 }), fc.integer({ min: 60, max: 320 }), fc.nat({ max: calls })),
      fc.constantFrom(...SORT_ORDERS),
    )
    .map(([from, length, order]) => ({ ...stretchAt(calls, from, length), order }));

function stretchAt(calls: number, from: number, length: number) {
  const first = Math.min(from, calls - 1);
  const order: SortOrder = "DESC";
  return { first, last: Math.min(first + length, calls - 1), order };
}

test.each([250, 9_950, 10_001, 30_000])(
  "the first pages of a closed range follow from one another, among %i calls",
  async (size) => {
    const data = DATA.slice(0, size);
    const sorted = data.map(({ talkTime = 0 }) => talkTime).toSorted((a, b) => b - a);
    let asked = 0;
    const createStore = async () => createDuckDbStore(await createTestDatabase(data, [INSTANCE]));
    await withCalls(
      data,
      END,
      ({ reader, asking }) =>
        fc.assert(
          fc.asyncProperty(stretches(size), async ({ first, last, order }) => {
            const bounds = { from: sorted[last] ?? 0, to: sorted[first] ?? 0 };
            const expected = sorted.filter((value) => isInSeconds(bounds, value));
            if (order === "ASC") expected.reverse();
            const request = {
              instance: INSTANCE,
              // The same calls in a range of its own, of which nothing is known yet.
              range: { from: 0, to: END + (asked += 1) },
              criteria: { talkTime: writeSecondsRange(bounds) },
              sort: { field: "talkTime", order },
              pageSize: 100,
            } as const;
            const rows = { ...asking, purpose: "rows" } as const;
            const begun = await reader.page({ ...request, page: 1 }, rows);
            expect([null, expected.length]).toContain(begun.total);
            const records = [...begun.records];
            for (const page of [2, 3])
              records.push(...(await reader.page({ ...request, page }, rows)).records);
            expect(records.map(({ talkTime }) => talkTime)).toEqual(expected.slice(0, 300));
            expect(new Set(records.map(({ contactId }) => contactId)).size).toBe(records.length);
            expect(await reader.count(request, rows)).toBe(expected.length);
          }),
          // Its page would go on past what page numbers reach.
          { numRuns: 25, examples: [[stretchAt(size, 9_940, 20)]] },
        ),
      createStore,
    );
  },
);

test("a closed range among no calls has none", () =>
  withCalls([], END, async ({ reader, asking }) => {
    const request = { ...longestFirst("10..20"), page: 1 };
    const page = await reader.page(request, { ...asking, purpose: "rows" });
    expect(page).toMatchObject({ records: [], total: 0 });
  }));

test("an open range that ends on its first page is counted by that page alone", async () => {
  await withCalls(DATA, END, async ({ reader, asking, spent }) => {
    const longest = Math.max(...DATA.map(({ queueTime = 0 }) => queueTime));
    const request = { ...longestFirst(`${longest}..`), page: 1 };
    const page = await reader.page(request, { ...asking, purpose: "rows" });
    const expected = DATA.filter(({ queueTime }) => queueTime === longest).length;
    expect(expected).toBeLessThan(100);
    expect([page.total, page.records.length]).toEqual([expected, expected]);
    expect(spent()).toBe(1);
  });
});

test("what would take more calls than it is worth is told as too much at once, to nobody else", async () => {
  await withCalls(DATA, END, async ({ reader, asking, spent }) => {
    const facets = { ...asking, purpose: "facets" } as const;
    // Out of reach from the shortest up, so that it takes slices of time.
    const calls = {
      instance: INSTANCE,
      range: { from: 0, to: END },
      criteria: { queueTime: "..300" },
    };
    const count = (most?: number) =>
      reader.count(calls, { ...facets, ...(most !== undefined && { most }) }).catch(String);
    expect(await count(10)).toBe(TOO_MANY);
    // The count of all, and whether the list reaches so far.
    expect(spent()).toBeLessThanOrEqual(4);
    const expected = DATA.filter(({ queueTime }) => isInSeconds({ to: 300 }, queueTime)).length;
    expect(expected).toBeGreaterThan(10_000);
    expect(await count(100)).toBe(expected);
    expect(spent()).toBeLessThanOrEqual(104);
    expect(await count()).toBe(expected);
  });
});
