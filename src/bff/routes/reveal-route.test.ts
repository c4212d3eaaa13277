import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  FIRST,
  SECOND,
  withReaders,
  type ReadersBff,
  type TestReader,
} from "#bff/access/readers.kit.ts";
import { startSampleBff, type SampleBff } from "#bff/sample-bff.kit.ts";
import { recordsReplySchema } from "#contract/api/records.ts";
import { revealReplySchema } from "#contract/api/reveal.ts";
import type { CallRecord } from "#contract/record/call-record.ts";

let server: SampleBff;
let call: CallRecord;
beforeAll(async () => {
  server = await startSampleBff({ sampleRecords: 300, sampleSeed: "reveal" });
  const path = `/api/records?instance=${FIRST}&from=0&to=4000000000000&type=Inbound`;
  const { records } = await server.get(path, recordsReplySchema);
  call = records.find(({ skillGroupIds }) => skillGroupIds !== undefined) ?? {};
});
afterAll(() => server.close());

let readers: ReadersBff;
beforeEach(async () => {
  readers = await withReaders(server, { LOG_LEVEL: "info" });
});

const READER: TestReader = { roles: ["masked", "reveal"] };
const GOOD = { instance: FIRST, reason: "The customer asked to be called back." };

const reveal = (body: object, reader = READER, id = call.contactId) =>
  readers.ask(reader, { url: `/api/records/${id}/reveal`, body });

test("the numbers of one call are told as they are, to whom may have them", async () => {
  const reply = await reveal(GOOD);
  expect(reply.statusCode, reply.body).toBe(200);
  expect(reply.headers["cache-control"]).toBe("no-store");
  const { numbers } = revealReplySchema.parse(reply.json());
  const { callingNumber, calledNumber } = call;
  expect(numbers).toEqual({ callingNumber, calledNumber });
  expect((await reveal({ reason: "because" })).statusCode).toBe(200);
  expect((await reveal(GOOD, { roles: ["masked"] })).json()).toMatchObject({
    code: "right_missing",
    right: "revealNumbers",
  });
});

test("a reason of what nobody sees is none", async () => {
  for (const reason of ["\u200b\u200b\u200b", "\u3164\u3164\u3164", " \u2060a\u2060b "])
    expect((await reveal({ ...GOOD, reason })).json()).toMatchObject({
      code: "invalid_parameter",
      field: "reason",
    });
});

test("it is noted who did, and no number with it", async () => {
  await reveal(GOOD);
  const events = readers.audited();
  expect(events.at(-1)).toMatchObject({
    api: { operation: "number.reveal" },
    actor: { user: { uid: "sub-1" } },
    resources: [{ uid: call.contactId }],
    unmapped: { instances: [FIRST], reason: GOOD.reason },
  });
  expect(readers.bff.log() + JSON.stringify(events)).not.toContain(call.callingNumber);
});

test("another team's call is answered as nobody's, and another instance as none", async () => {
  const theirs: TestReader = { roles: ["lead", "reveal"], groups: call.skillGroupIds ?? [] };
  expect((await reveal(GOOD, theirs)).statusCode).toBe(200);
  for (const [reader, id] of [
    [{ ...theirs, groups: ["other@ccc-sample"] }, call.contactId],
    [theirs, "job-nowhere"],
  ] as const)
    expect((await reveal(GOOD, reader, id)).json()).toMatchObject({ code: "record_not_found" });
  const elsewhere: TestReader = { roles: ["one", "reveal"] };
  expect((await reveal(GOOD, elsewhere)).json()).toMatchObject({ code: "instance_forbidden" });
  expect((await reveal({ ...GOOD, instance: SECOND }, elsewhere)).json()).toMatchObject({
    code: "record_not_found",
  });
});

test.each([
  [{}, "reason"],
  [{ reason: "no" }, "reason"],
  [{ reason: "  no  " }, "reason"],
  [{ reason: "x".repeat(201) }, "reason"],
  [{ reason: "..." }, "reason"],
  [{ reason: "？！？！ a b" }, "reason"],
  [{ reason: 12 }, "reason"],
  [{ reason: "because", instance: "" }, "instance"],
  [{ reason: "because", instance: " ccc" }, "instance"],
  [{ reason: "because", instance: "a\u0007" }, "instance"],
  [{ reason: "because", all: true }, undefined],
  [[], undefined],
])("%j is refused, and %s is named", async (body, field) => {
  const reply = await reveal(body);
  expect(reply.statusCode).toBe(400);
  expect(reply.json().field).toBe(field);
  expect(reply.json()).toMatchObject({ code: "invalid_parameter" });
});
