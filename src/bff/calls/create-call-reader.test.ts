import type { ServerResponse } from "node:http";
import { afterEach, describe, expect, test, vi } from "vitest";
import { TEST_CREDENTIALS } from "#bff/bff.kit.ts";
import { createStaticCredentials } from "#bff/upstream/credentials.ts";
import {
  hang,
  ok,
  refusal,
  startScriptedUpstream,
  type Answer,
} from "#bff/upstream/scripted-upstream.kit.ts";
import { createUpstreamClient } from "#bff/upstream/upstream-client.ts";
import type { Spent } from "#contract/api/spent.ts";
import { HOUR_MS } from "#contract/time/durations.ts";
import type { ListRequest } from "#contract/upstream/write-list-request.ts";
import { DEFAULT_SORT } from "#contract/view/sort.ts";
import type { Asking, Purpose } from "./call-reader.ts";
import { createCallReader, type CallReaderEvent } from "./create-call-reader.ts";
import { createUpstreamLimiter, type UpstreamLimiterDeps } from "./upstream-limiter.ts";

const NOW = Date.UTC(2026, 0, 31, 12);
const never = new AbortController().signal;

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close();
});

async function open(script: readonly Answer[], limits: Partial<UpstreamLimiterDeps> = {}) {
  const upstream = await startScriptedUpstream(...script);
  const client = createUpstreamClient({
    endpoint: upstream.endpoint,
    credentials: createStaticCredentials(TEST_CREDENTIALS),
    timeoutMs: 5_000,
    concurrency: 16,
  });
  opened.push(upstream.close, client.close);
  const limiter = createUpstreamLimiter({ concurrency: 16, ...limits });
  const events: CallReaderEvent[] = [];
  const clock = { now: NOW };
  const reader = createCallReader({
    cacheBytes: 64_000_000,
    upstream: client,
    limiter,
    now: () => clock.now,
    observe: (event) => events.push(event),
  });
  return { reader, limiter, upstream, clock, events };
}

function asking(purpose: Purpose, rest: Partial<Asking> = {}): Asking {
  return { purpose, rights: "records", signal: never, onSpent: () => undefined, ...rest };
}

/** Two ranges: one that late calls may still get into, and one that is settled. */
const GROWING = { from: NOW - 24 * HOUR_MS, to: NOW };
const SETTLED = { from: NOW - 48 * HOUR_MS, to: NOW - 24 * HOUR_MS };

const list = (rest: Partial<ListRequest> = {}): ListRequest => ({
  instance: "ccc-test",
  range: GROWING,
  criteria: {},
  sort: DEFAULT_SORT,
  page: 1,
  pageSize: 100,
  ...rest,
});

const one = ok({ TotalCount: 7, List: [{ ContactId: "job-1" }] });

/** Keeps whoever asks waiting, until `answer` is given. */
function createHolding() {
  const waiting: ServerResponse[] = [];
  const request: Answer = (_request, response) => void waiting.push(response);
  return {
    request,
    waiting,
    answer(answer: Answer) {
      for (const response of waiting.splice(0)) answer(response.req, response);
    },
  };
}

const until = (isSo: () => boolean) => vi.waitUntil(isSo, { timeout: 3_000, interval: 2 });

describe("sharing", () => {
  test("equal pages under way are one call, charged to whoever asked first", async () => {
    const { reader, upstream, events } = await open([one]);
    const spent: Spent[][] = [[], [], []];
    const pages = await Promise.all(
      spent.map((mine) => reader.page(list(), asking("rows", { onSpent: (s) => mine.push(s) }))),
    );
    expect(pages.map(({ total }) => total)).toEqual([7, 7, 7]);
    expect(upstream.requests).toHaveLength(1);
    expect(spent).toEqual([[{ calls: 1, throttled: 0 }], [], []]);
    expect(events.map(({ by }) => by)).toEqual(["call", "joined", "joined"]);
  });

  test("a page is kept for a minute where it is settled, else for five seconds", async () => {
    const { reader, upstream, clock, events } = await open([one]);
    const read = async (range: ListRequest["range"]) => {
      await reader.page(list({ range }), asking("rows"));
      return upstream.requests.length;
    };
    expect([await read(GROWING), await read(SETTLED)]).toEqual([1, 2]);
    clock.now += 5_000;
    expect([await read(GROWING), await read(SETTLED)]).toEqual([2, 2]);
    expect(events.map(({ by }) => by)).toEqual(["call", "call", "kept", "kept"]);
    clock.now += 1;
    expect(await read(GROWING)).toBe(3);
    clock.now += 54_999;
    expect(await read(SETTLED)).toBe(3);
    clock.now += 1;
    expect(await read(SETTLED)).toBe(4);
  });

  test("a count is kept for five minutes where it is settled, else for ten seconds", async () => {
    const { reader, upstream, clock } = await open([one]);
    const count = async (range: ListRequest["range"]) => {
      expect(await reader.count(list({ range }), asking("facets"))).toBe(7);
      return upstream.requests.length;
    };
    expect([await count(GROWING), await count(SETTLED)]).toEqual([1, 2]);
    clock.now += 10_000;
    expect([await count(GROWING), await count(SETTLED)]).toEqual([2, 2]);
    clock.now += 1;
    expect(await count(GROWING)).toBe(3);
    clock.now += 289_999;
    expect(await count(SETTLED)).toBe(3);
    clock.now += 1;
    expect(await count(SETTLED)).toBe(4);
  });

  test("what was asked while late calls could come is not kept as settled", async () => {
    const holding = createHolding();
    const { reader, upstream, clock } = await open([holding.request, one]);
    const request = list({ range: { from: 0, to: NOW - 3 * HOUR_MS } });
    const asked = reader.page(request, asking("rows"));
    await until(() => holding.waiting.length === 1);
    // Settled by now, but the upstream was asked before.
    clock.now += 60_000;
    holding.answer(one);
    await asked;
    clock.now += 5_001;
    await reader.page(request, asking("rows"));
    expect(upstream.requests).toHaveLength(2);
  });

  test("readers of other rights never share, neither under way nor after", async () => {
    const { reader, upstream } = await open([one]);
    const rights = ["records", "records,export", "export,records"];
    for (let round = 0; round < 2; round += 1)
      await Promise.all(
        rights.flatMap((text) => [
          reader.page(list(), asking("rows", { rights: text })),
          reader.count(list({ range: SETTLED }), asking("facets", { rights: text })),
        ]),
      );
    expect(upstream.requests).toHaveLength(6);
    expect(reader.knownPage(list(), "records")?.total).toBe(7);
    expect(reader.knownPage(list(), "nothing")).toBeUndefined();
  });

  test("the order of a criterion's values does not matter, the values do", async () => {
    const { reader, upstream } = await open([one]);
    const of = (...contactType: ("Inbound" | "Outbound" | "Internal")[]) =>
      reader.count(list({ criteria: { contactType } }), asking("facets"));
    await of("Inbound", "Outbound");
    await of("Outbound", "Inbound");
    expect(upstream.requests).toHaveLength(1);
    await of("Inbound");
    await of("Inbound", "Internal");
    expect(upstream.requests).toHaveLength(3);
  });

  test("another instance, range, order, page or size is another page", async () => {
    const { reader, upstream } = await open([one]);
    const others: Partial<ListRequest>[] = [
      {},
      { instance: "ccc-other" },
      { range: SETTLED },
      { sort: { field: "talkTime", order: "ASC" } },
      { page: 2 },
      { pageSize: 50 },
      { criteria: { agentId: "a" } },
    ];
    for (const other of others) await reader.page(list(other), asking("rows"));
    expect(upstream.requests).toHaveLength(others.length);
  });

  test("a failure is told to all who wait, and not kept", async () => {
    const { reader, upstream } = await open([refusal(403, "NoPermission"), one]);
    const failed = await Promise.allSettled([
      reader.page(list(), asking("rows")),
      reader.page(list(), asking("rows")),
      reader.count(list(), asking("facets")),
    ]);
    for (const outcome of failed)
      expect(outcome).toMatchObject({ reason: { code: "upstream_forbidden" } });
    expect(upstream.requests).toHaveLength(1);
    expect((await reader.page(list(), asking("rows"))).total).toBe(7);
  });

  test("the last to leave ends the upstream's work, and frees the place", async () => {
    const { reader, upstream } = await open([hang, one], { concurrency: 1 });
    const leavers = [new AbortController(), new AbortController()];
    const spent: Spent[] = [];
    const left = leavers.map(({ signal }) =>
      reader.count(list(), asking("facets", { signal, onSpent: (one_) => spent.push(one_) })),
    );
    const outcomes = Promise.allSettled(left);
    await until(() => upstream.requests.length === 1);
    leavers[0]?.abort(new Error("left"));
    await expect(left[0]).rejects.toThrow("left");
    leavers[1]?.abort(new Error("left too"));
    await upstream.abandoned;
    for (const { status } of await outcomes) expect(status).toBe("rejected");
    expect(await reader.count(list(), asking("facets"))).toBe(7);
    // The books of those who left are closed.
    expect(spent).toEqual([]);
  });

  test("whoever has left before asks nothing", async () => {
    const { reader, upstream } = await open([one]);
    const gone = { signal: AbortSignal.abort(new Error("gone")) };
    await expect(reader.page(list(), asking("rows", gone))).rejects.toThrow("gone");
    await expect(reader.count(list(), asking("facets", gone))).rejects.toThrow("gone");
    expect(upstream.requests).toHaveLength(0);
  });
});

describe("a count", () => {
  test("is had for nothing from a first page that is known, whatever its order", async () => {
    const { reader, upstream } = await open([one]);
    const sort = { field: "talkTime", order: "DESC" } as const;
    await reader.page(list({ sort }), asking("rows"));
    expect(await reader.count(list(), asking("histogram"))).toBe(7);
    expect(upstream.requests).toHaveLength(1);
  });

  test("is had for nothing from a first page on its way", async () => {
    const holding = createHolding();
    const { reader, upstream, events } = await open([holding.request]);
    const rows = reader.page(list(), asking("rows"));
    const counts = (["facets", "histogram"] as const).map((purpose) =>
      reader.count(list(), asking(purpose)),
    );
    await until(() => holding.waiting.length === 1);
    holding.answer(one);
    expect(await Promise.all(counts)).toEqual([7, 7]);
    expect((await rows).records).toHaveLength(1);
    expect(upstream.requests).toHaveLength(1);
    expect(events.map(({ by }) => by)).toEqual(["call", "joined", "joined"]);
  });

  test("finds the page of the rows even where the histogram asks for one too", async () => {
    const holding = createHolding();
    const { reader, upstream } = await open([holding.request]);
    const sort = { field: "talkTime", order: "DESC" } as const;
    void reader.page(list(), asking("rows"));
    void reader.page(list({ sort }), asking("histogram"));
    const counted = reader.count(list(), asking("facets"));
    await until(() => holding.waiting.length === 2);
    holding.answer(one);
    expect(await counted).toBe(7);
    expect(upstream.requests).toHaveLength(2);
  });

  test("is a probe of one call otherwise, of which no page is kept", async () => {
    const { reader, upstream } = await open([one]);
    await reader.page(list({ page: 2 }), asking("facets"));
    expect(await reader.count(list(), asking("facets"))).toBe(7);
    const { searchParams } = new URL(upstream.requests[1]?.url ?? "", "http://upstream");
    expect(searchParams.get("PageNumber")).toBe("1");
    expect(searchParams.get("PageSize")).toBe("1");
    expect(reader.knownPage(list({ pageSize: 1 }), "records")).toBeUndefined();
  });

  test("that the upstream does not give is an error and no number", async () => {
    const { reader } = await open([ok({ List: [] })]);
    await expect(reader.count(list(), asking("facets"))).rejects.toMatchObject({
      code: "upstream_bad_reply",
    });
  });
});

describe("an answer that must not be older than something else", () => {
  test("is asked for anew once, and then kept for all who want one as new", async () => {
    const { reader, upstream } = await open([one]);
    let heardAt = 0;
    const onHeard = (at: number) => {
      heardAt = at;
    };
    const agents = list({ criteria: { agentId: "a" } });
    await reader.count(list(), asking("facets"));
    await reader.count(agents, asking("facets", { onHeard }));
    expect(upstream.requests).toHaveLength(2);
    const since = heardAt;
    const all = Array.from({ length: 3 }, () => reader.count(list(), asking("facets", { since })));
    expect(await Promise.all(all)).toEqual([7, 7, 7]);
    await reader.count(list(), asking("facets", { since }));
    expect(upstream.requests).toHaveLength(3);
  });

  test("tells of what is kept when it was heard", async () => {
    const { reader } = await open([one]);
    const heard: number[] = [];
    const onHeard = (at: number) => void heard.push(at);
    await reader.page(list(), asking("rows", { onHeard }));
    await reader.page(list(), asking("rows", { onHeard }));
    await reader.count(list(), asking("facets", { onHeard }));
    expect(heard).toHaveLength(3);
    expect(new Set(heard).size).toBe(1);
  });
});

describe("rows", () => {
  test("do not wait for a probe's place in the queue", async () => {
    const { reader, upstream, limiter } = await open([one]);
    limiter.noteThrottled(performance.now());
    const waiting = reader.page(list(), asking("histogram"));
    const counting = reader.count(list({ criteria: { agentId: "a" } }), asking("histogram"));
    const outcomes = Promise.allSettled([waiting, counting]);
    expect((await reader.page(list(), asking("rows"))).total).toBe(7);
    const size1 = list({ criteria: { agentId: "a" }, pageSize: 1 });
    expect((await reader.page(size1, asking("rows"))).total).toBe(7);
    expect(upstream.requests).toHaveLength(2);
    // They came while the probes still wait.
    expect(limiter.isHeld("histogram")).toBe(true);
    expect((await outcomes).map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
  });

  test("that are throttled are asked again in their place", async () => {
    const throttled = refusal(429, "Throttling.User", "", { "x-acs-retry-after": "50" });
    const { reader, limiter } = await open([throttled, one]);
    const spent: Spent[] = [];
    const onSpent = (some: Spent) => spent.push(some);
    expect((await reader.page(list(), asking("rows", { onSpent }))).total).toBe(7);
    expect(spent).toEqual([
      { calls: 1, throttled: 1 },
      { calls: 1, throttled: 0 },
    ]);
    expect(limiter.isHeld("histogram")).toBe(true);
    expect(limiter.isHeld("facets")).toBe(false);
  });
});

test("a probe that is throttled queues up again, and is answered in the end", async () => {
  const throttled = refusal(429, "Throttling.User", "", { "x-acs-retry-after": "50" });
  const { reader, upstream } = await open([throttled, one]);
  const spent: Spent[] = [];
  const onSpent = (some: Spent) => spent.push(some);
  expect(await reader.count(list(), asking("facets", { onSpent }))).toBe(7);
  expect(spent.map((some) => some.throttled)).toEqual([1, 0]);
  expect(upstream.requests).toHaveLength(2);
});

describe("late calls", () => {
  /** Calls of the range, newest first; an upstream that pages over them as they are at the moment. */
  async function openCalls(size: number) {
    const calls = Array.from({ length: size }, (_, index) => `job-${index}`);
    const answer: Answer = (request, response) => {
      const { searchParams } = new URL(request.url ?? "", "http://upstream");
      const [page, pageSize] = ["PageNumber", "PageSize"].map((key) =>
        Number(searchParams.get(key)),
      );
      const first = ((page ?? 1) - 1) * (pageSize ?? 1);
      const List = calls.slice(first, first + (pageSize ?? 1)).map((ContactId) => ({ ContactId }));
      ok({ TotalCount: page === 1 ? calls.length : 0, List })(request, response);
    };
    return { ...(await open([answer])), calls };
  }

  const ids = async (page: Promise<{ records: readonly { contactId?: string | undefined }[] }>) =>
    (await page).records.map(({ contactId }) => contactId);

  test("are never lost between two pages, whatever others have read", async () => {
    const { reader, calls } = await openCalls(6);
    const page = (number: number) =>
      ids(reader.page(list({ page: number, pageSize: 3 }), asking("rows")));
    // Somebody else has just read the second page.
    expect(await page(2)).toEqual(["job-3", "job-4", "job-5"]);
    calls.unshift("job-late");
    const seen = [...(await page(1)), ...(await page(2)), ...(await page(3))];
    expect(new Set(seen)).toEqual(new Set(calls));
  });

  test("are never lost to a page that was already on its way", async () => {
    const holding = createHolding();
    const { reader, upstream, events } = await open([holding.request, one]);
    const second = list({ page: 2 });
    const before = reader.page(second, asking("rows"));
    await until(() => holding.waiting.length === 1);
    expect(await ids(reader.page(second, asking("rows")))).toEqual(["job-1"]);
    holding.answer(ok({ List: [{ ContactId: "job-0" }] }));
    expect(await ids(before)).toEqual(["job-0"]);
    expect(events.map(({ by }) => by)).toEqual(["call", "call"]);
    expect(upstream.requests).toHaveLength(2);
  });

  test("do not keep a first page, a settled one or one to count from being shared", async () => {
    const { reader, upstream } = await open([one]);
    const twice = async (request: ListRequest, purpose: Purpose) => {
      const before = upstream.requests.length;
      await Promise.all([1, 2].map(() => reader.page(request, asking(purpose))));
      await reader.page(request, asking(purpose));
      return upstream.requests.length - before;
    };
    expect(await twice(list(), "rows")).toBe(1);
    expect(await twice(list({ page: 2, range: SETTLED }), "rows")).toBe(1);
    expect(await twice(list({ page: 2 }), "facets")).toBe(1);
    expect(await twice(list({ page: 2 }), "rows")).toBe(3);
    // What rows have read is there to count from.
    expect(await twice(list({ page: 2 }), "histogram")).toBe(0);
  });
});
