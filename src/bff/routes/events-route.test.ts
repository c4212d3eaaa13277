import { afterAll, beforeAll, expect, test } from "vitest";
import { createMemorySink } from "#bff/access/audit/audit.kit.ts";
import { FIRST, withReaders, type TestReader } from "#bff/access/readers.kit.ts";
import { startSampleBff, type SampleBff } from "#bff/sample-bff.kit.ts";
import { eventsPath, eventsReplySchema } from "#contract/api/events.ts";
import { recordsReplySchema } from "#contract/api/records.ts";
import type { CallRecord } from "#contract/record/call-record.ts";

const MANAGER: TestReader = { roles: ["manager"] };
const NUMBER = /\d{7,}/;

let server: SampleBff;
/** Answered by an agent, after a wait in the queue. */
let call: CallRecord;
beforeAll(async () => {
  server = await startSampleBff({ sampleRecords: 400, sampleSeed: "events" });
  const path = `/api/records?instance=${FIRST}&from=0&to=4000000000000&type=Inbound`;
  const { records } = await server.get(path, recordsReplySchema);
  call = records.find(({ queueTime = 0, talkTime = 0 }) => queueTime > 0 && talkTime > 0) ?? {};
});
afterAll(() => server.close());

const url = () => eventsPath({ contactId: call.contactId ?? "", instance: FIRST });

test("a call's events are told side by side, and what they cost", async () => {
  const { sides, spent } = await server.get(url(), eventsReplySchema);
  expect(spent).toEqual({ calls: 1, throttled: 0 });
  expect(sides.map(({ side }) => side)).toEqual(
    ["customer", "ivr", "queue", "agent"].filter((side) => side !== "ivr" || call.ivrTime),
  );
  const agent = sides.find(({ side }) => side === "agent");
  expect(agent).toMatchObject({ id: call.agentIds?.[0], name: call.agentNames?.[0] });
  expect(agent?.events.map(({ name }) => name)).toContain("Established");
  expect(sides[0]?.events.at(-1)).toEqual({ name: "Released", at: call.releaseTime });
});

test("a call that there is not is not found", async () => {
  expect(await server.problem(eventsPath({ contactId: "job-nowhere" }))).toMatchObject({
    status: 404,
    code: "record_not_found",
  });
});

test("a masked reader gets no number, and all else as it is", async () => {
  const readers = await withReaders(server);
  const full = (await readers.ask(MANAGER, url())).json();
  const reply = await readers.ask({ roles: ["masked"] }, url());
  expect(NUMBER.test(JSON.stringify(full.sides[0].name))).toBe(true);
  const masked = eventsReplySchema.parse(reply.json());
  expect(masked.sides[0]?.name).toMatch(/^\d{0,3}\*{4}\d{0,4}$/);
  for (const [index, { name: _name, ...rest }] of masked.sides.entries())
    expect(full.sides[index]).toMatchObject(rest);
});

test("a bounded reader gets those of their own calls, at one more upstream call", async () => {
  const readers = await withReaders(server);
  const [group = ""] = call.skillGroupIds ?? [];
  const own = await readers.ask({ roles: ["lead"], groups: [group] }, url());
  expect(own.json().spent.calls).toBe(2);
  expect(own.json().sides.length).toBeGreaterThan(1);
  const other = await readers.ask({ roles: ["lead"], groups: ["x"] }, url());
  expect(other.json()).toMatchObject({ code: "record_not_found" });
});

test("who has opened the record opens nothing more by its events; who has not, does", async () => {
  const readers = await withReaders(server);
  const operations = () => readers.audited().map((event) => "api" in event && event.api.operation);
  await readers.ask(MANAGER, `/api/records/${call.contactId}`);
  await readers.ask(MANAGER, url());
  expect(operations()).toEqual(["record.open"]);
  const alone = await withReaders(server);
  for (let time = 0; time < 2; time += 1) await alone.ask(MANAGER, url());
  expect(alone.audited()).toMatchObject([
    { api: { operation: "record.open" }, resources: [{ uid: call.contactId }] },
  ]);
  // Refused: seen by nobody.
  await alone.ask(MANAGER, eventsPath({ contactId: "job-nowhere", instance: FIRST }));
  expect(alone.audited()[1]).toMatchObject({ api: { operation: "refused" } });
});

test("what was opened longer ago than ten minutes is opened anew by its events", async () => {
  const auditSink = createMemorySink();
  let clock = Date.now();
  const { app } = await server.another({}, { auditSink, now: () => clock });
  await app.inject(`/api/records/${call.contactId}?instance=${FIRST}`);
  for (const minutes of [9, 2, 9]) {
    clock += minutes * 60_000;
    await app.inject(url());
  }
  expect(auditSink.events()).toHaveLength(2);
  expect(auditSink.events()[1]).toMatchObject({ api: { operation: "record.open" } });
});
