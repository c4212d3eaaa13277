import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { createTestBff, TEST_CREDENTIALS } from "#bff/bff.kit.ts";
import { openScriptedBff } from "#bff/scripted-bff.kit.ts";
import { refusal } from "#bff/upstream/scripted-upstream.kit.ts";
import type { Ask } from "#contract/api/asks.ts";
import type { CountsLine } from "#contract/api/counts.ts";
import { DAY_MS } from "#contract/time/durations.ts";
import { viewSearch } from "#contract/view/view-codec.ts";
import { DEFAULT_VIEW } from "#contract/view/view.ts";
import type { EmbeddedDatabase } from "#embedded/database/database.ts";
import { createDuckDbStore } from "#embedded/duckdb-store.ts";
import { openEmbeddedDatabase } from "#embedded/open-database.ts";
import { createUpstreamServer } from "#upstream/upstream-server.ts";

// The whole way under a quota: what the browser asks, what reaches the upstream, what comes back.

const SAMPLE = { sampleRecords: 20_000, sampleSeed: "quota", timeZone: "Asia/Shanghai" };
const CALLS_PER_SECOND = 10;

let database: EmbeddedDatabase;
/** The end of what is looked at. */
let to: number;
beforeAll(async () => {
  database = await openEmbeddedDatabase(SAMPLE);
  to = Date.now();
}, 60_000);
afterAll(() => database.close());

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const part of opened.splice(0).toReversed()) await part.close();
});

interface Reached {
  readonly purpose: "rows" | "facets" | "histogram";
  readonly at: number;
  isThrottled: boolean;
}

/** A BFF, and an upstream with a quota that keeps account of what reaches it. */
async function open(environment: Readonly<Record<string, string>> = {}) {
  const reached: Reached[] = [];
  const upstream = createUpstreamServer({
    store: createDuckDbStore(database),
    accessKeys: [TEST_CREDENTIALS],
    timeZone: SAMPLE.timeZone,
    callsPerSecond: CALLS_PER_SECOND,
  });
  opened.push(upstream);
  const isOfList = (action: unknown) => action === "ListCallDetailRecords";
  upstream.addHook("onResponse", async ({ headers, raw }, reply) => {
    if (!isOfList(headers["x-acs-action"])) return;
    const params = new URL(raw.url ?? "", "http://upstream").searchParams;
    const isPart = Number(params.get("EndTime")) - Number(params.get("StartTime")) < DAY_MS * 100;
    reached.push({
      purpose: params.get("PageSize") === "100" ? "rows" : isPart ? "histogram" : "facets",
      at: performance.now() - reply.elapsedTime,
      isThrottled: reply.statusCode === 429,
    });
  });
  const endpoint = await upstream.listen({ host: "127.0.0.1", port: 0 });
  const bff = await createTestBff(endpoint, { CCC_INSTANCE_IDS: "ccc-sample", ...environment });
  opened.push(bff.app);
  // In the order in which they came, not in which they were answered.
  return { ...bff, reached: () => reached.toSorted((a, b) => a.at - b.at) };
}

const view = (days: number) =>
  viewSearch({ ...DEFAULT_VIEW, time: { from: to - days * DAY_MS, to }, criteria: {} });

/** A screen full of questions, about too many calls to read them all. */
const screenOfAsks = (): readonly Ask[] => [
  { of: "total", view: view(150) },
  { of: "facet", view: view(150), facet: "contactDisposition" },
  { of: "facet", view: view(150), facet: "contactType" },
  {
    of: "times",
    view: view(150),
    edges: Array.from({ length: 13 }, (_, index) => to + 1 - (12 - index) * 12.5 * DAY_MS),
  },
];

type Opened = Awaited<ReturnType<typeof open>>;

/** Reads one page after another, each of another view, until `isOver`; returns when each was asked for. */
async function readRows({ app }: Opened, everyMs: number, isOver: () => boolean) {
  const askedAt: number[] = [];
  for (let days = 1; !isOver(); days += 1) {
    askedAt.push(performance.now());
    const reply = await app.inject(`/api/records${view(days)}`);
    expect(reply.statusCode, reply.body).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  return askedAt;
}

async function countBesideRows(bff: Opened, everyMs: number) {
  let isOver = false;
  const counting = bff.counts(screenOfAsks()).finally(() => (isOver = true));
  const [lines, askedAt] = await Promise.all([counting, readRows(bff, everyMs, () => isOver)]);
  return { lines, askedAt };
}

/** Every question was answered to its end, and the parts make up the whole. */
function expectExact(lines: readonly CountsLine[]) {
  expect(lines.filter((line) => "problem" in line)).toEqual([]);
  const total = lines.find((line) => "total" in line && !("end" in line));
  expect(total).toMatchObject({ ask: 0 });
  const all = total !== undefined && "total" in total ? total.total : Number.NaN;
  for (const ask of [1, 2, 3]) {
    // A bucket is told again when it is divided by tones.
    const counts = new Map<unknown, number>();
    for (const line of lines)
      if ("count" in line && line.ask === ask && typeof line.count === "number")
        counts.set("bucket" in line ? line.bucket : line, line.count);
    expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(all);
    expect(lines).toContainEqual(expect.objectContaining({ ask, end: true, plan: "probes" }));
  }
}

test("under a quota that is learned, rows are answered and the histogram waits first", async () => {
  const underWay = 4;
  const bff = await open({ UPSTREAM_CONCURRENCY: String(underWay) });
  const { lines } = await countBesideRows(bff, 300);
  expectExact(lines);
  const reached = bff.reached();
  const first = reached.find(({ isThrottled }) => isThrottled);
  expect(first).toBeDefined();
  // What was under way with it may arrive later still, on a busy machine by much. What comes behind
  // that are facets, and for a second no histogram.
  const after = reached.slice(reached.findIndex(({ isThrottled }) => isThrottled) + underWay);
  expect(after.find(({ purpose }) => purpose !== "rows")?.purpose).toBe("facets");
  const early = after.filter(({ at }) => at < (first?.at ?? 0) + 950);
  expect(early.map(({ purpose }) => purpose)).not.toContain("histogram");
  expect(lines).toContainEqual(expect.objectContaining({ waiting: true }));
  // It has learned: of what came later little was in vain.
  const later = reached.filter(({ at }) => at > (first?.at ?? 0) + 3_000);
  const inVain = later.filter(({ isThrottled }) => isThrottled).length;
  expect(inVain).toBeLessThanOrEqual(Math.max(1, later.length / 5));
});

test("under a quota that is known, rows hardly notice the counts beside them", async () => {
  const bff = await open({ UPSTREAM_CALLS_PER_SECOND: String(CALLS_PER_SECOND) });
  const { lines, askedAt } = await countBesideRows(bff, 600);
  expectExact(lines);
  const reached = bff.reached();
  expect(reached.filter(({ isThrottled }) => isThrottled).length).toBeLessThan(3);
  // In calls and not in ms: how many counts the upstream got to see before the rows asked for.
  const before = askedAt.map((at) => {
    const later = reached.filter((call) => call.at > at);
    return later.findIndex(({ purpose }) => purpose === "rows");
  });
  expect(before.toSorted((a, b) => a - b)[Math.floor(before.length / 2)]).toBeLessThanOrEqual(2);
});

test("a server that closes does not wait for an upstream that throttles", async () => {
  const throttled = refusal(429, "Throttling.User", "", { "x-acs-retry-after": "20000" });
  const environment = { CCC_INSTANCE_IDS: "ccc-sample" };
  const { app, upstream } = await openScriptedBff([throttled], environment);
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  const reply = await fetch(`${url}/api/counts`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ asks: screenOfAsks() }),
  });
  const reading = reply.text();
  await vi.waitUntil(() => upstream.requests.length > 0, { timeout: 5_000 });
  await new Promise((resolve) => setTimeout(resolve, 100));
  const startedAt = performance.now();
  await app.close();
  expect(performance.now() - startedAt).toBeLessThan(3_000);
  expect(await reading).toContain('"code":"upstream_unreachable"');
});
