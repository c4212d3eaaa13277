import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startTestUpstream, type TestUpstream } from "#upstream/upstream.kit.ts";
import { createTestDatabase } from "./database/database.kit.ts";
import type { EmbeddedDatabase } from "./database/database.ts";
import { createDuckDbStore } from "./duckdb-store.ts";

// Whoever closes a tab, or types on, does not wait for the answer: nor must the database work for it.

/** Would take hours; with it in place of every statement nothing ends but by being stopped. */
const ENDLESS = {
  text: "SELECT count(*) FROM range(1000000000000) WHERE range % 7 = 3",
  params: [],
};

let database: EmbeddedDatabase;
let upstream: TestUpstream;
let asked = 0;
beforeAll(async () => {
  database = await createTestDatabase([]);
  const run: EmbeddedDatabase["run"] = (_query, signal) => {
    asked += 1;
    return database.run(ENDLESS, signal);
  };
  const slow = { ...database, revision: 0, isIdle: false, run };
  upstream = await startTestUpstream({ store: createDuckDbStore(slow) });
});
afterAll(async () => {
  await upstream.close();
  await database.close();
});

const LIST = { InstanceId: "ccc-test", PageNumber: "1", PageSize: "100" };

test.each<[string, Record<string, string>, string?]>([
  ["a page", LIST],
  ["a count probe", { ...LIST, PageSize: "1" }],
  ["a first page by duration", { ...LIST, OrderByField: "callDuration" }],
  ["a later page by duration", { ...LIST, OrderByField: "callDuration", PageNumber: "2" }],
  ["a contact id", { ...LIST, ContactId: "job-1" }],
  ["a call", { InstanceId: "ccc-test", ContactId: "job-1" }, "GetCallDetailRecord"],
  ["people", LIST, "ListUsers"],
])("what is worked out for %s stops when the client has gone", async (_name, params, action) => {
  const before = asked;
  const { url, headers } = upstream.sign(params, {
    action: action ?? "ListCallDetailRecords",
  });
  const { host: _host, ...sent } = headers;
  const gone = new AbortController();
  const reply = fetch(upstream.url + url, { method: "POST", headers: sent, signal: gone.signal });
  await vi.waitUntil(() => asked > before && !database.isIdle, { timeout: 10_000 });
  gone.abort();
  await expect(reply).rejects.toThrow("aborted");
  await vi.waitUntil(() => database.isIdle, { timeout: 10_000 });
  expect(database.isIdle).toBe(true);
});
