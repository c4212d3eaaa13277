import { afterAll, beforeAll, expect, test } from "vitest";
import { recordReplySchema } from "#contract/api/record.ts";
import { recordsReplySchema } from "#contract/api/records.ts";
import { sessionSchema } from "#contract/api/session.ts";
import type { EmbeddedDatabase } from "#embedded/database/database.ts";
import { startUpstreamServer, type RunningUpstream } from "#upstream/upstream-server.ts";
import { createDuckDbStore } from "#embedded/duckdb-store.ts";
import { openEmbeddedDatabase } from "#embedded/open-database.ts";
import { createTestBff, TEST_CREDENTIALS, type TestBff } from "#bff/bff.kit.ts";

/** The instances of the sample; the first is the one a request means that names none. */
const INSTANCE = "ccc-sample";
const OTHER_INSTANCE = "ccc-sample-2";
const SAMPLE = { sampleRecords: 500, sampleSeed: "bff", timeZone: "Asia/Shanghai" };

let database: EmbeddedDatabase;
let upstream: RunningUpstream;
let server: TestBff;
beforeAll(async () => {
  database = await openEmbeddedDatabase(SAMPLE);
  upstream = await startUpstreamServer({
    store: createDuckDbStore(database),
    accessKeys: [TEST_CREDENTIALS],
    timeZone: SAMPLE.timeZone,
  });
  server = await createTestBff(upstream.url, {
    CCC_INSTANCE_IDS: INSTANCE,
    TIME_ZONE: "Asia/Urumqi",
  });
});
afterAll(async () => {
  await server.app.close();
  await upstream.close();
  await database.close();
});

const get = (url: string) => server.app.inject(url);

async function oldestId(): Promise<string> {
  const response = await get(`/api/records?from=0&to=${Date.now()}&sort=startTime&size=1`);
  return recordsReplySchema.parse(response.json()).records[0]?.contactId ?? "";
}

test("a record is found by its id, whatever page it would be on", async () => {
  const contactId = await oldestId();
  for (const url of [
    `/api/records/${contactId}`,
    `/api/records/${contactId}?instance=`,
    `/api/records/${contactId}?instance=${INSTANCE}`,
    `/api/records/%20${contactId}`,
  ]) {
    const response = await get(url);
    expect(response.statusCode).toBe(200);
    const { record, requestId } = recordReplySchema.parse(response.json());
    expect(record.contactId).toBe(contactId);
    expect(requestId).not.toBe("");
  }
});

test("a record that is not there is a 404 with the upstream's request id", async () => {
  const response = await get("/api/records/job-nowhere");
  expect(response.statusCode).toBe(404);
  expect(response.json()).toMatchObject({
    code: "record_not_found",
    requestId: expect.stringMatching(/^[\dA-F-]{36}$/),
  });
});

test.each([
  ["/api/records/", "contactId"],
  ["/api/records/%20", "contactId"],
  ["/api/records/a%0ab", "contactId"],
  [`/api/records/${"x".repeat(129)}`, "contactId"],
  ["/api/records/job-1?page=1", "page"],
  ["/api/records/job-1?instance=a&instance=b", "instance"],
  ["/api/records/job-1?instance=%07", "instance"],
])("%s is refused, and %s is named", async (url, field) => {
  const response = await get(url);
  expect(response.statusCode).toBe(400);
  expect(response.json()).toMatchObject({ code: "invalid_parameter", field });
});

test("the longest id there can be is asked for", async () => {
  const response = await get(`/api/records/${encodeURIComponent("呼".repeat(128))}`);
  expect(response.json()).toMatchObject({ code: "record_not_found" });
});

test("an instance that may not be read is refused, for pages and for records", async () => {
  for (const url of ["/api/records?", "/api/records/job-1?"]) {
    const response = await get(`${url}instance=${OTHER_INSTANCE}`);
    expect(response.statusCode).toBe(403);
    expect(response.json()).toMatchObject({ code: "instance_forbidden", field: "instance" });
  }
});

test("the session names what may be read, and the zone and retention that were configured", async () => {
  const response = await server.app.inject({
    url: "/api/session",
    headers: { "accept-language": "en-GB,en;q=0.8" },
  });
  expect(sessionSchema.parse(response.json())).toEqual({
    user: null,
    rights: ["records", "export"],
    instances: [{ id: INSTANCE, name: "示例呼叫中心" }],
    timeZone: "Asia/Urumqi",
    retentionDays: 180,
    locale: "en-US",
    sampleData: true,
    serverTime: expect.any(Number),
  });
  expect((await get("/api/session?who=me")).json()).toMatchObject({ field: "who" });
});
