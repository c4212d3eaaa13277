import { afterEach, expect, test, vi } from "vitest";
import type { CallSet } from "#contract/view/call-set.ts";
import { countsQuery } from "./counts-query.ts";
import { linesReply, stubBrowser } from "./fetched.kit.ts";
import { learnNames, namesOf } from "./known-names.ts";
import { peopleQuery } from "./people-query.ts";
import { createQueryClient } from "./query-client.ts";
import { toldSoFar } from "./told.ts";
import { beginBudget, BUDGET, spend, tellWaiting } from "./upstream-budget.ts";

// A tab whose reader changes clears its cache: nothing that one was told may reach the next.

afterEach(() => vi.unstubAllGlobals());

const calls: CallSet = { instance: "ccc-test", range: { from: 0, to: 9 }, criteria: {}, asOf: 9 };
const totalQuery = () => countsQuery(calls, { of: "total" });

test("names and budget last as long as the cache, watched or not", () => {
  vi.useFakeTimers();
  try {
    const client = createQueryClient();
    learnNames(client, "ccc-test", "agent", [{ id: "a", name: "Ann" }]);
    spend(client, { calls: 3, throttled: 1 });
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
  tellWaiting(client, request, true);
  expect(toldSoFar(client, BUDGET).waiting.size).toBe(1);
  client.clear();
  expect(toldSoFar(client, BUDGET).waiting.size).toBe(0);
  tellWaiting(client, request, false);
  expect(toldSoFar(client, BUDGET)).toBe(BUDGET.nothing);
});

test("a budget begins anew with another view, but what waits goes on waiting", () => {
  const client = createQueryClient();
  beginBudget(client, "one");
  spend(client, { calls: 3, throttled: 1 });
  tellWaiting(client, {}, true);
  beginBudget(client, "one");
  expect(toldSoFar(client, BUDGET)).toMatchObject({ calls: 3, throttled: 1 });
  beginBudget(client, "two");
  expect(toldSoFar(client, BUDGET)).toMatchObject({ calls: 0, throttled: 0 });
  expect(toldSoFar(client, BUDGET).waiting.size).toBe(1);
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
