import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createArrayStore } from "#upstream/store/array-store.kit.ts";
import type { RecordStore } from "#upstream/store/record-store.ts";
import { startTestUpstream, TEST_KEY, type TestUpstream } from "#upstream/upstream.kit.ts";
import { createCallQuota, ThrottledError } from "./call-quota.ts";

const PARAMS = { InstanceId: "ccc-test", PageNumber: "1", PageSize: "10" };
const OTHER_KEY = { accessKeyId: "LTAIother", accessKeySecret: "other-secret" };

let store: RecordStore;
let upstream: TestUpstream;
let worked = 0;
beforeAll(async () => {
  store = await createArrayStore([], ["ccc-test"]);
  const people: RecordStore["people"] = (request, signal) => {
    worked += 1;
    return store.people(request, signal);
  };
  upstream = await startTestUpstream({
    store: { ...store, people },
    accessKeys: [TEST_KEY, OTHER_KEY],
    callsPerSecond: 3,
  });
});
afterAll(async () => {
  await upstream.close();
  await store.close();
});

const callAs = (credentials: typeof TEST_KEY) =>
  upstream.send(upstream.sign(PARAMS, { credentials, action: "ListUsers" }));

test("beyond so many calls a second a key is throttled, and told for how long", async () => {
  // Not genuine, so not counted.
  for (let guess = 0; guess < 5; guess += 1)
    await callAs({ ...TEST_KEY, accessKeySecret: "guess" });
  const replies = await Promise.all([1, 2, 3, 4, 5].map(() => callAs(TEST_KEY)));
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 429, 429]);
  // The store is asked by those alone that were let through.
  expect(worked).toBe(3);
  const refused = replies.find(({ status }) => status === 429);
  expect(refused?.body).toMatchObject({
    Code: "Throttling.User",
    HostId: new URL(upstream.url).host,
  });
  expect(refused?.body).not.toHaveProperty("HttpStatusCode");
  const retryAfterMs = Number(refused?.headers.get("x-acs-retry-after"));
  expect(retryAfterMs).toBeGreaterThan(0);
  expect(retryAfterMs).toBeLessThanOrEqual(1_000);
  // Each key has its own.
  expect((await callAs(OTHER_KEY)).status).toBe(200);

  await new Promise((resolve) => setTimeout(resolve, retryAfterMs + 20));
  expect((await callAs(TEST_KEY)).status).toBe(200);
});

test("an upstream without a quota takes whatever comes", async () => {
  const free = await startTestUpstream({ store });
  const replies = await Promise.all(
    Array.from({ length: 50 }, () => free.call(PARAMS, "ListUsers")),
  );
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
  await free.close();
});

test("refused calls do not lengthen the wait", async () => {
  vi.useFakeTimers();
  const spend = createCallQuota(2);
  const outcomes = async () => {
    const settled = await Promise.allSettled([1, 2, 3, 4].map(() => spend("key")));
    return settled.map((one) => (one.status === "rejected" ? one.reason : "taken"));
  };
  const [first, second, third] = await outcomes();
  expect([first, second]).toEqual(["taken", "taken"]);
  expect(third).toBeInstanceOf(ThrottledError);
  await vi.advanceTimersByTimeAsync(999);
  expect(await outcomes()).not.toContain("taken");
  await vi.advanceTimersByTimeAsync(1);
  expect((await outcomes()).slice(0, 2)).toEqual(["taken", "taken"]);
  vi.useRealTimers();
});
