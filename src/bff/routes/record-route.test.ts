import { afterAll, beforeAll, expect, test } from "vitest";
import { startSampleBff, type SampleBff } from "#bff/sample-bff.kit.ts";
import { recordReplySchema } from "#contract/api/record.ts";
import { recordsReplySchema } from "#contract/api/records.ts";
import { ALL_RIGHTS } from "#contract/api/rights.ts";
import { sessionSchema } from "#contract/api/session.ts";

/** The instances of the sample; the first is the one a request means that names none. */
const INSTANCE = "ccc-sample";
const OTHER_INSTANCE = "ccc-sample-2";

let server: SampleBff;
beforeAll(async () => {
  server = await startSampleBff(
    { sampleRecords: 500, sampleSeed: "bff" },
    { CCC_INSTANCE_IDS: INSTANCE, TIME_ZONE: "Asia/Urumqi", SERVICE_LEVEL_SECONDS: "30" },
  );
});
afterAll(() => server.close());

async function oldestId(): Promise<string> {
  const path = `/api/records?from=0&to=${Date.now()}&sort=startTime&size=1`;
  const { records } = await server.get(path, recordsReplySchema);
  return records[0]?.contactId ?? "";
}

test("a record is found by its id, whatever page it would be on", async () => {
  const contactId = await oldestId();
  for (const url of [
    `/api/records/${contactId}`,
    `/api/records/${contactId}?instance=`,
    `/api/records/${contactId}?instance=${INSTANCE}`,
    `/api/records/%20${contactId}`,
  ]) {
    const { record, requestId } = await server.get(url, recordReplySchema);
    expect(record.contactId).toBe(contactId);
    expect(requestId).not.toBe("");
  }
});

test("a record that is not there is a 404 with the upstream's request id", async () => {
  expect(await server.problem("/api/records/job-nowhere")).toMatchObject({
    status: 404,
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
  expect(await server.problem(url)).toMatchObject({
    status: 400,
    code: "invalid_parameter",
    field,
  });
});

test("the longest id there can be is asked for", async () => {
  const path = `/api/records/${encodeURIComponent("呼".repeat(128))}`;
  expect(await server.problem(path)).toMatchObject({ code: "record_not_found" });
});

test("an instance that may not be read is refused, for pages and for records", async () => {
  for (const url of ["/api/records?", "/api/records/job-1?"])
    expect(await server.problem(`${url}instance=${OTHER_INSTANCE}`)).toMatchObject({
      status: 403,
      code: "instance_forbidden",
      field: "instance",
    });
});

test("the session names what may be read, and the zone, retention and service level that were configured", async () => {
  const response = await server.app.inject({
    url: "/api/session",
    headers: { "accept-language": "en-GB,en;q=0.8" },
  });
  expect(sessionSchema.parse(response.json())).toEqual({
    user: null,
    rights: ALL_RIGHTS,
    scope: null,
    instances: [{ id: INSTANCE, name: "示例呼叫中心" }],
    timeZone: "Asia/Urumqi",
    retentionDays: 180,
    serviceLevelSeconds: 30,
    locale: "en-US",
    sampleData: true,
    serverTime: expect.any(Number),
  });
  expect(await server.problem("/api/session?who=me")).toMatchObject({ field: "who" });
});
