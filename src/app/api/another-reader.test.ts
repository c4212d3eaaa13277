import { afterEach, expect, test, vi } from "vitest";
import type { CallSet } from "#contract/view/call-set.ts";
import { countsQuery } from "./counts-query.ts";
import { linesReply, stubBrowser } from "./fetched.kit.ts";
import { learnNames, namesOf } from "./known-names.ts";
import { peopleQuery } from "./people-query.ts";
import { createQueryClient } from "./query-client.ts";
import { toldSoFar } from "./told.ts";
import { beginBudget, BUDGET, isViewWaiting, spend, tellWaiting } from "./upstream-budget.ts";

// A tab whose reader changes clears its cache: nothing that one was told may reach the next.

afterEach(() => vi.unstubAllGlobals());

const calls: CallSet = { instance: "ccc-test", range: { from: 0, to: 9 }, criteria: {}, asOf: 9 };
const totalQuery = () => countsQuery(calls, { of: "total" });

test("names and budget last as long as the cache, watched or not", () => {
  vi.useFakeTimers();
  try {
    const client = createQueryClient();
    learnNames(client, "ccc-test", "agent", [{ id: "a", name: "Ann" }]);
    spend(client, "ccc-test", { calls: 3, throttled: 1 });
    vi.advanceTimersByTime(24 * 3_600_000);
    expect(toldSoFar(client, namesOf("ccc-test", "agent")).get("a")).toBe("Ann");
    expect(toldSoFar(client, BUDGET)).toMatchObject({ calls: 3, throttled: 1 });
    client.clear();
    expect(toldSoFar(client, namesOf("ccc-test", "agent")).size).toBe(0);
    expect(toldSoFar(client, BUDGET)).toMatchObject({ calls: 0, throttled: 0 });
  } finally {
    vi.useRealTimers();
  }
});

test("what was on its way for one reader costs the next nothing, and tells nothing", async () => {
  const fetched = stubBrowser(
    () =>
      new Promise((resolve) =>
        setTimeout(() => {
          const people = [{ id: "a", name: "Ann" }];
          resolve(Response.json({ people, more: false, spent: { calls: 1, throttled: 0 } }));
        }, 20),
      ),
  );
  const client = createQueryClient();
  const query = peopleQuery({ instance: "ccc-test", kind: "agent", q: "a" });
  client.fetchQuery(query).catch(() => undefined);
  await vi.waitFor(() => expect(fetched).toHaveLength(1));
  client.clear();
  // Long enough for the reply.
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(toldSoFar(client, namesOf("ccc-test", "agent")).size).toBe(0);
  expect(toldSoFar(client, BUDGET).calls).toBe(0);
});

test("counts that wait for one reader are nothing that the next waits for", () => {
  const client = createQueryClient();
  const request = {};
  tellWaiting(client, "ccc-test", request, true);
  expect(toldSoFar(client, BUDGET).waiting.size).toBe(1);
  client.clear();
  expect(toldSoFar(client, BUDGET).waiting.size).toBe(0);
  tellWaiting(client, "ccc-test", request, false);
  expect(toldSoFar(client, BUDGET)).toBe(BUDGET.nothing);
});

test("a budget begins anew with another view, but what waits goes on waiting", () => {
  const client = createQueryClient();
  beginBudget(client, "ccc-test", "one");
  spend(client, "ccc-test", { calls: 3, throttled: 1 });
  tellWaiting(client, "ccc-test", {}, true);
  beginBudget(client, "ccc-test", "one");
  expect(toldSoFar(client, BUDGET)).toMatchObject({ calls: 3, throttled: 1 });
  beginBudget(client, "ccc-test", "two");
  expect(toldSoFar(client, BUDGET)).toMatchObject({ calls: 0, throttled: 0 });
  expect(toldSoFar(client, BUDGET).waiting.size).toBe(1);
});

test("what another instance still waits for or costs is nothing of the view that is looked at", () => {
  const client = createQueryClient();
  const budget = () => toldSoFar(client, BUDGET);
  beginBudget(client, "ccc-throttled", "one");
  tellWaiting(client, "ccc-throttled", {}, true);
  expect(isViewWaiting(budget())).toBe(true);
  beginBudget(client, "ccc-test", "two");
  expect(isViewWaiting(budget())).toBe(false);
  spend(client, "ccc-throttled", { calls: 3, throttled: 2 });
  expect(budget()).toMatchObject({ calls: 0, throttled: 0 });
  beginBudget(client, "ccc-throttled", "one");
  expect(isViewWaiting(budget())).toBe(true);
});

test("questions about two instances go in two requests", async () => {
  const fetched = stubBrowser(() => linesReply({ ask: 0, total: 7 }));
  const client = createQueryClient();
  await Promise.all([
    client.fetchQuery(totalQuery()),
    client.fetchQuery(countsQuery({ ...calls, instance: "ccc-other" }, { of: "total" })),
  ]);
  expect(fetched.map(({ body }) => (body as { asks: unknown[] }).asks.length)).toEqual([1, 1]);
});

test("questions of one moment go in one request, those of two readers in two", async () => {
  const fetched = stubBrowser(({ body }) => {
    const { asks } = body as { asks: unknown[] };
    return linesReply(...asks.map((_ask, index) => ({ ask: index, total: 7 })));
  });
  const [one, other] = [createQueryClient(), createQueryClient()];
  await Promise.all([
    one.fetchQuery(totalQuery()),
    one.fetchQuery(countsQuery({ ...calls, criteria: { agentId: "a" } }, { of: "total" })),
    other.fetchQuery(totalQuery()),
  ]);
  expect(fetched.map(({ body }) => (body as { asks: unknown[] }).asks.length)).toEqual([2, 1]);
});
