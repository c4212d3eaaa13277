import { request } from "undici";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { TestBff } from "#bff/bff.kit.ts";
import { startSampleBff, type SampleBff } from "#bff/sample-bff.kit.ts";
import { problemSchema } from "#contract/api/errors.ts";
import { recordsReplySchema } from "#contract/api/records.ts";
import { listen } from "#process/listen.ts";
import { createMemorySink, type MemorySink } from "./audit.kit.ts";

const NUMBER = "13800138000";
const NAME = "zhang-the-searched";

let sample: SampleBff;
let sink: MemorySink;
let bff: TestBff;
beforeAll(async () => {
  sample = await startSampleBff({ sampleRecords: 300, sampleSeed: "7" });
});
afterAll(() => sample.close());
beforeEach(async () => {
  sink = createMemorySink();
  bff = await sample.another({}, { auditSink: sink });
});

const operations = () =>
  sink.events().map((event) => ("api" in event ? event.api.operation : "sign-in"));
const countsOf = (view: string) =>
  bff.app.inject({
    method: "POST",
    url: "/api/counts",
    payload: {
      asks: [
        { of: "total", view },
        { of: "facet", facet: "agentId", view },
      ],
    },
  });

test("a page of records is one event: who, when, from where, which instance, filter, how many, which request", async () => {
  const reply = await bff.app.inject({
    method: "POST",
    url: "/api/records",
    payload: {
      range: "last30d",
      phone: NUMBER,
      disposition: "AbandonedInQueue,AbandonedInIVR",
    },
    remoteAddress: "192.0.2.7",
    headers: { host: "127.0.0.1" },
  });
  expect(reply.statusCode).toBe(200);
  const { instances } = await bff.app.inject("/api/session").then((session) => session.json());
  expect(sink.events()).toEqual([
    {
      class_uid: 6003,
      category_uid: 6,
      activity_id: 2,
      type_uid: 600_302,
      time: expect.any(Number),
      severity_id: 1,
      status_id: 1,
      actor: { user: { type_id: 0 } },
      src_endpoint: { ip: "192.0.2.7" },
      http_request: { http_method: "POST", url: { path: "/api/records" } },
      metadata: {
        version: "1.5.0",
        product: { name: "Callscope", vendor_name: "Callscope", version: expect.any(String) },
        uid: reply.headers["x-request-id"],
      },
      api: { operation: "records.search" },
      unmapped: {
        instances: [instances[0].id],
        filter: {
          from: [expect.stringMatching(/^\d{4}-\d\d-\d\dT/)],
          to: [expect.stringMatching(/Z$/)],
          disposition: ["AbandonedInIVR", "AbandonedInQueue"],
          phone: ["138****8000"],
        },
        records: 0,
      },
    },
  ]);
});

test("a record that is opened is told by its id, and one that is not there as a refusal", async () => {
  const { records } = await bff.get("/api/records?range=last30d&size=1", recordsReplySchema);
  const [record] = records;
  await bff.app.inject(`/api/records/${record?.contactId}`);
  await bff.app.inject(`/api/records/${NUMBER}`);
  expect(operations()).toEqual(["records.search", "record.open", "refused"]);
  expect(sink.events()[1]).toMatchObject({
    resources: [{ uid: record?.contactId, type: "call record" }],
  });
  expect(sink.events()[2]).toMatchObject({
    status_id: 2,
    status_code: "record_not_found",
    api: { response: { code: 404, error: "record_not_found" } },
  });
});

test("counts are told before their first line, and their end", async () => {
  const reply = await countsOf(`range=last30d&caller=${NUMBER}`);
  expect(reply.statusCode, reply.body).toBe(200);
  expect(sink.events()).toMatchObject([
    {
      api: { operation: "records.count" },
      unmapped: { part: "begin", asks: 2, filter: { caller: ["138****8000"] } },
    },
    { api: { operation: "records.count" }, unmapped: { part: "end", asks: 2 } },
  ]);
});

test("a search for people is told, kept or not, and not for whom", async () => {
  for (let time = 0; time < 2; time += 1) await bff.app.inject(`/api/people?kind=agent&q=${NAME}`);
  expect(operations()).toEqual(["people.search", "people.search"]);
  expect(sink.events()[1]).toMatchObject({
    unmapped: { filter: { kind: ["agent"], q: ["set"] }, records: 0 },
  });
});

test.each([
  ["another site", "/api/records", { "sec-fetch-site": "cross-site" }, 403, "permission_denied"],
  ["another host", "/api/records", { host: "evil.example.com" }, 421, "permission_denied"],
])("a request of %s is a refusal", async (_name, url, headers, status, code) => {
  const reply = await bff.app.inject({ url, headers });
  expect(reply.statusCode).toBe(status);
  expect(sink.events()).toMatchObject([{ status_code: code, severity_id: 3 }]);
});

test("other sites and names fill no log, and keep nobody out", async () => {
  const ask = (headers: Readonly<Record<string, string>>, remoteAddress = "192.0.2.7") =>
    bff.app.inject({
      url: "/api/session",
      headers: { host: "127.0.0.1", ...headers },
      remoteAddress,
    });
  for (let time = 0; time < 50; time += 1) {
    expect((await ask({ "sec-fetch-site": "cross-site" })).statusCode).toBe(403);
    expect((await ask({ host: "evil.example.com" })).statusCode).toBe(421);
  }
  expect(sink.lines).toHaveLength(60);
  expect((await ask({})).statusCode).toBe(200);
  // Of another network it is told.
  await ask({ host: "evil.example.com" }, "192.0.2.8");
  expect(sink.lines).toHaveLength(61);
});

test("what a reader gets wrong is no refusal", async () => {
  await bff.app.inject("/api/records?nonsense=1");
  await bff.app.inject("/api/nothing");
  expect(sink.lines).toEqual([]);
});

test.each([
  ["a page", () => bff.app.inject("/api/records?range=last30d")],
  ["counts", () => countsOf("range=last30d")],
  ["people", () => bff.app.inject("/api/people?kind=agent")],
  [
    "a refusal",
    () => bff.app.inject({ url: "/api/records", headers: { "sec-fetch-site": "cross-site" } }),
  ],
])("where the log is full %s is not shown", async (_name, ask) => {
  sink.fillUp();
  const reply = await ask();
  expect(problemSchema.parse(JSON.parse(reply.body))).toMatchObject({
    code: "audit_failed",
    status: 503,
  });
  expect(reply.statusCode).toBe(503);
  expect(reply.headers["content-type"]).toContain("application/problem+json");
  expect(bff.log()).toContain("ENOSPC");
});

test("where the log is full a record is not shown, and people kept from before neither", async () => {
  const { records } = await bff.get("/api/records?range=last30d&size=1", recordsReplySchema);
  await bff.app.inject("/api/people?kind=agent");
  sink.fillUp();
  const url = `/api/records/${records[0]?.contactId}`;
  expect((await bff.app.inject(url)).json()).toMatchObject({ code: "audit_failed" });
  const people = await bff.app.inject("/api/people?kind=agent");
  expect(people.json()).toMatchObject({ code: "audit_failed" });
});

test("where the end of counts cannot be told their answer breaks off", async () => {
  const origin = await listen(bff.app, { host: "127.0.0.1", port: 0 });
  sink.fillUp(1);
  const reply = await request(`${origin}/api/counts`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ asks: [{ of: "total", view: "range=last30d" }] }),
  });
  await expect(reply.body.text()).rejects.toThrow(/aborted|other side closed|terminated/);
});

test("files, health and the session are shown without a line", async () => {
  sink.fillUp();
  for (const url of ["/healthz", "/api/session"])
    expect((await bff.app.inject(url)).statusCode).toBe(200);
});

test("no number and no name that somebody looked for is in the log, in whatever field it stood", async () => {
  const views = ["phone", "caller", "called", "agent", "group", "contact", "instance"].map(
    (name) => `${name}=${NUMBER}`,
  );
  views.push(`sat=1&satDesc=${NAME}`, `disposition=~${NUMBER}`, `disposition=~x${NUMBER}x`);
  for (const view of views) {
    await bff.app.inject(`/api/records?range=last30d&${view}`);
    await countsOf(`range=last30d&${view}`);
  }
  await bff.app.inject(`/api/people?kind=agent&q=${NUMBER}&instance=${NUMBER}`);
  await bff.app.inject({ url: `/api/records/${NUMBER}?instance=${NUMBER}` });
  await bff.app.inject({
    url: `/api/records/x`,
    headers: { host: NUMBER, "x-forwarded-for": NUMBER },
  });
  expect(sink.events().length).toBeGreaterThan(20);
  const log = sink.lines.join("");
  expect(log).not.toContain(NUMBER);
  expect(log).not.toContain(NAME);
});
