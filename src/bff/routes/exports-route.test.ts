import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createMemorySink } from "#bff/access/audit/audit.kit.ts";
import {
  FIRST,
  SECOND,
  withReaders,
  type ReadersBff,
  type TestReader,
} from "#bff/access/readers.kit.ts";
import { startSampleBff, type SampleBff } from "#bff/sample-bff.kit.ts";
import { linksReplySchema } from "#contract/api/links.ts";

const NUMBER = "13800138000";
const EXPORTER: TestReader = { roles: ["manager", "exporter"] };
const RANGE = "from=1795000000000&to=1795100000000";

let server: SampleBff;
beforeAll(async () => {
  server = await startSampleBff({ sampleRecords: 50, sampleSeed: "exports" });
});
afterAll(() => server.close());

let readers: ReadersBff;
beforeEach(async () => {
  readers = await withReaders(server, { LOG_LEVEL: "trace" });
});

const note = (body: object, reader = EXPORTER) =>
  readers.ask(reader, { url: "/api/exports", body });

test("an export is in the audit log: who, which instance, filter without numbers, how many", async () => {
  const links = await readers.ask(EXPORTER, {
    url: "/api/links",
    body: { instance: FIRST, numbers: { phone: NUMBER } },
  });
  const { numbers } = linksReplySchema.parse(links.json());
  const view = `?instance=${FIRST}&${RANGE}&disposition=Success&phone=${numbers.phone?.token}`;
  const reply = await note({ view, records: 73, bytes: 9120 });
  expect(reply.statusCode, reply.body).toBe(200);
  expect(readers.audited().at(-1)).toMatchObject({
    api: { operation: "export.page" },
    actor: { user: { uid: "sub-1" } },
    metadata: { uid: reply.json().requestId },
    unmapped: {
      instances: [FIRST],
      filter: { disposition: ["Success"], phone: ["138****8000"] },
      records: 73,
      bytes: 9120,
    },
  });
  expect(JSON.stringify(readers.audited()) + readers.bff.log()).not.toContain(NUMBER);
});

test("whoever may not export says nothing into the log but that they were refused", async () => {
  const reply = await note({ view: RANGE, records: 1 }, { roles: ["manager"] });
  expect(reply.json()).toMatchObject({ code: "right_missing", right: "exportPage" });
  expect(readers.audited().map((event) => "api" in event && event.api.operation)).toEqual([
    "refused",
  ]);
  const elsewhere = { view: `instance=${FIRST}`, records: 1 };
  expect((await note(elsewhere, { roles: ["one", "exporter"] })).json()).toMatchObject({
    code: "instance_forbidden",
  });
  const there = { view: `instance=${SECOND}`, records: 1 };
  expect((await note(there, { roles: ["one", "exporter"] })).statusCode).toBe(200);
});

test.each([
  [{ view: RANGE }, "records"],
  [{ view: RANGE, records: 0 }, "records"],
  [{ view: RANGE, records: 1.5 }, "records"],
  [{ view: RANGE, records: 1, bytes: -1 }, "bytes"],
  [{ view: `${RANGE}&odd=1`, records: 1 }, "view.odd"],
  [{ view: `${RANGE}&phone=${NUMBER}`, records: 1 }, "phone"],
  [{ view: "x".repeat(20_000), records: 1 }, "view"],
  [{ records: 1 }, "view"],
])("%j is refused, and %s is named", async (body, field) => {
  const reply = await note(body);
  expect(reply.json()).toMatchObject({ code: "invalid_parameter", field });
  expect(readers.bff.log()).not.toContain(NUMBER);
});

test("where the log is full the browser is told not to", async () => {
  const auditSink = createMemorySink();
  const { app } = await server.another({}, { auditSink });
  auditSink.fillUp();
  const payload = { view: RANGE, records: 1 };
  const reply = await app.inject({ method: "POST", url: "/api/exports", payload });
  expect(reply.json()).toMatchObject({ code: "audit_failed", status: 503 });
});
