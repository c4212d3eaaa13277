import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  everyAsk,
  FIRST,
  SECOND,
  withReaders,
  type ReadersBff,
  type TestReader,
} from "#bff/access/readers.kit.ts";
import { startSampleBff, type SampleBff } from "#bff/sample-bff.kit.ts";
import { linksReplySchema, type LinksRequest } from "#contract/api/links.ts";
import { recordsReplySchema } from "#contract/api/records.ts";
import type { CallRecord } from "#contract/record/call-record.ts";

const RANGE = "from=0&to=4000000000000";
const MANAGER: TestReader = { roles: ["manager"] };
const MASKED: TestReader = { roles: ["masked"] };
const SEARCHER: TestReader = { roles: ["masked", "search"] };
const LEAD = (group: string): TestReader => ({ roles: ["lead"], groups: [group] });
/** Of no call. */
const NOBODYS = "19912345678";

let server: SampleBff;
/** One of a customer who calls, in one group. */
let call: CallRecord;
let contactId: string;
let number: string;
beforeAll(async () => {
  server = await startSampleBff({ sampleRecords: 600, sampleSeed: "links" });
  const { records } = await server.get(
    `/api/records?instance=${FIRST}&${RANGE}&type=Inbound`,
    recordsReplySchema,
  );
  const found = records.find(({ skillGroupIds }) => skillGroupIds?.length === 1);
  if (found?.callingNumber === undefined) throw new Error("The sample has no such call.");
  call = found;
  contactId = found.contactId ?? "";
  number = found.callingNumber;
});
afterAll(() => server.close());

let readers: ReadersBff;
beforeEach(async () => {
  readers = await withReaders(server);
});

const linksOf = async (reader: TestReader, body: LinksRequest) =>
  readers.ask(reader, { url: "/api/links", body });
async function told(reader: TestReader, body: LinksRequest) {
  const reply = await linksOf(reader, body);
  expect(reply.statusCode, reply.body).toBe(200);
  return linksReplySchema.parse(reply.json());
}
async function sealed(of = number, reader = MANAGER, instance = FIRST): Promise<string> {
  const { numbers } = await told(reader, { instance, numbers: { caller: of } });
  return numbers.caller?.token ?? "";
}
async function sealedOfCall(reader: TestReader): Promise<string> {
  const { numbers } = await told(reader, {
    instance: FIRST,
    contactId,
    side: "caller",
  });
  return numbers.caller?.token ?? "";
}
const opened = async (reader: TestReader, token: string) =>
  (await told(reader, { instance: FIRST, numbers: { caller: token } })).numbers.caller;
const pathOf = (token: string) => `/api/records?instance=${FIRST}&${RANGE}&caller=${token}`;
const page = async (reader: TestReader, token: string) => {
  const reply = await readers.ask(reader, pathOf(token));
  expect(reply.statusCode, reply.body).toBe(200);
  return recordsReplySchema.parse(reply.json());
};

test("a number that is sealed filters as it does in a body, and two tokens of it share an answer", async () => {
  const body = { instance: FIRST, from: 0, to: "4000000000000", caller: number };
  const clear = await readers.ask(MANAGER, { url: "/api/records", body });
  const { records, total, spent } = recordsReplySchema.parse(clear.json());
  expect(total).toBeGreaterThan(0);
  expect(spent.calls).toBeGreaterThan(0);
  const tokens = [await sealed(), await sealed(), await sealedOfCall(MANAGER)];
  expect(new Set(tokens).size).toBe(3);
  for (const token of tokens)
    expect(await page(MANAGER, token)).toMatchObject({ records, total, spent: { calls: 0 } });
  const view = (token: string) => `instance=${FIRST}&${RANGE}&caller=${token}`;
  const asks = [...tokens, number].map((one) => ({ of: "total", view: view(one) }));
  const counts = await readers.ask(MANAGER, { url: "/api/counts", body: { asks } });
  const totals = counts.body.matchAll(/"total":(\d+)/g);
  expect([...totals].map(([, one]) => Number(one))).toEqual([total, total, total, total]);
});

test("a number in an address of the API is refused by the name of its filter alone", async () => {
  for (const [name, text] of [
    ["caller", number],
    ["called", `~${number}`],
    ["phone", number.slice(0, 5)],
    ["caller", "anonymous"],
  ]) {
    const reply = await readers.ask(MANAGER, `/api/records?instance=${FIRST}&${name}=${text}`);
    expect(reply.statusCode).toBe(400);
    expect(reply.json()).toMatchObject({ code: "invalid_parameter", field: name });
    expect(reply.body).not.toContain(text);
  }
  const reply = await readers.ask(MANAGER, { url: `/api/records?caller=${number}`, body: {} });
  expect(reply.json()).toMatchObject({ status: 400, field: "caller" });
  expect(reply.body).not.toContain(number);
});

test("what the server tells of where a page is holds the token and not the number", async () => {
  const token = await sealed();
  const reply = await readers.ask(MANAGER, pathOf(token));
  expect(reply.headers["content-location"]).toContain(`caller=${token}`);
  expect(JSON.stringify(reply.headers)).not.toContain(number);
});

test("who may search by a number that was typed is told it, who may not sees its ends and is refused", async () => {
  const token = await sealed();
  const print = expect.any(String);
  const masked = `${number.slice(0, 3)}****${number.slice(-4)}`;
  expect(await opened(MANAGER, token)).toEqual({ token, number, masked, mayFollow: true, print });
  expect(await opened(SEARCHER, token)).toEqual({ token, number, masked, mayFollow: true, print });
  for (const reader of [MASKED, LEAD(call.skillGroupIds?.[0] ?? "")]) {
    expect(await opened(reader, token)).toEqual({ token, masked, mayFollow: false });
    const view = `instance=${FIRST}&caller=${token}`;
    for (const request of [
      pathOf(token),
      { url: "/api/records", body: { instance: FIRST, caller: token } },
      { url: "/api/counts", body: everyAsk(view) },
    ]) {
      const reply = await readers.ask(reader, request);
      expect(reply.json()).toMatchObject({ code: "right_missing", right: "searchByNumber" });
    }
    // Whatever they have sealed themselves.
    const own = await sealed(number, reader);
    expect((await readers.ask(reader, pathOf(own))).statusCode).toBe(403);
  }
});

test("who sees numbers masked looks at the other calls of one by its call, and passes that on", async () => {
  const token = await sealedOfCall(MASKED);
  const expected = await page(MANAGER, await sealed());
  const { records, total } = await page(MASKED, token);
  expect(total).toBe(expected.total);
  expect(records.map((record) => record.contactId)).toContain(contactId);
  const masked = `${number.slice(0, 3)}****${number.slice(-4)}`;
  for (const record of records) expect(record.callingNumber).toBe(masked);
  const isTold = await opened(MASKED, token);
  expect(isTold).toEqual({ token, masked, mayFollow: true, print: expect.any(String) });
  // Who searches by numbers without seeing them would otherwise learn any, and nobody would know.
  expect(await opened(SEARCHER, token)).toEqual(isTold);
  const ofManager = await opened(MANAGER, token);
  expect(ofManager).toEqual({ ...isTold, number, print: expect.any(String) });
  expect((await opened(MANAGER, await sealed()))?.print).toBe(ofManager?.print);
  // Nor by typing numbers until one is told to be the same.
  const typed = await opened(SEARCHER, await sealed(number, SEARCHER));
  expect(typed).toMatchObject({ number, print: expect.any(String) });
  expect(typed?.print).not.toBe(isTold?.print);
});

test("of a call's number there is a token for either side, for whoever called may be called back", async () => {
  const body = { instance: FIRST, contactId, side: "caller" } as const;
  const { numbers } = await told(MASKED, body);
  expect(Object.keys(numbers)).toEqual(["caller", "called"]);
  const path = `/api/records?instance=${FIRST}&${RANGE}&called=${numbers.called?.token}`;
  const reply = await readers.ask(MASKED, path);
  const clear = { instance: FIRST, from: 0, to: "4000000000000", called: number };
  const expected = await readers.ask(MANAGER, { url: "/api/records", body: clear });
  expect(reply.json().total).toBe(expected.json().total);
  // Neither opens as of the other.
  expect(await opened(MASKED, numbers.called?.token ?? "")).toBeNull();
});

test("a number that is sealed of a call is one look at the call in the audit log", async () => {
  const before = readers.audited().length;
  await sealedOfCall(MASKED);
  await sealedOfCall(MASKED);
  const operations = readers
    .audited()
    .slice(before)
    .map((event) => "api" in event && event.api.operation);
  expect(operations).toEqual(["record.open"]);
});

test("the same number of a call shows each reader the calls of their own rights", async () => {
  const token = await sealedOfCall(MASKED);
  const own = await page(LEAD(call.skillGroupIds?.[0] ?? ""), token);
  expect(own.records.map((record) => record.contactId)).toContain(contactId);
  expect((await page(LEAD("nobodys"), token)).total).toBe(0);
  // Nor is one sealed of a call that is not theirs, any more than of none.
  const body = { instance: FIRST, side: "caller", contactId } as const;
  const theirs = await linksOf(LEAD("nobodys"), body);
  const none = await linksOf(LEAD("nobodys"), { ...body, contactId: "job-of-nobody" });
  const { requestId: _one, ...refused } = theirs.json();
  const { requestId: _other, ...expected } = none.json();
  expect(refused).toEqual(expected);
  expect(refused).toMatchObject({ status: 404, code: "record_not_found" });
});

test("no token of a call is one of the filter that looks for a part", async () => {
  const token = await sealedOfCall(MASKED);
  const path = `/api/records?instance=${FIRST}&phone=${token}`;
  expect((await readers.ask(MASKED, path)).json()).toMatchObject({ status: 400, field: "phone" });
  const body = { instance: FIRST, contactId, side: "phone" };
  const asked = await readers.ask(MASKED, { url: "/api/links", body });
  expect(asked.statusCode).toBe(400);
});

test("a masked reader is told the same of a number that calls have and of one that none has", async () => {
  const both = [await sealed(number), await sealed(`${number.slice(0, 3)}0000${number.slice(-4)}`)];
  const before = await readers.upstreamCalls();
  const answers = await Promise.all(
    both.map(async (token) => {
      const replies = [
        await linksOf(MASKED, { instance: FIRST, numbers: { caller: token } }),
        await readers.ask(MASKED, pathOf(token)),
        await readers.ask(MASKED, {
          url: "/api/counts",
          body: everyAsk(`instance=${FIRST}&caller=${token}`),
        }),
      ];
      return replies.map(({ statusCode, body }) => [
        statusCode,
        body.replaceAll(token, "").replace(/"requestId":"[^"]+"/, ""),
      ]);
    }),
  );
  expect(answers[0]).toEqual(answers[1]);
  expect(await readers.upstreamCalls()).toBe(before);
  expect(await sealed(NOBODYS, MASKED)).toHaveLength(both[0]?.length ?? 0);
});

test("there is one answer for what does not open: tampered, foreign, of elsewhere, of an old key", async () => {
  const token = await sealed();
  const another = await withReaders(server);
  const foreign = await another.ask(MANAGER, {
    url: "/api/links",
    body: { instance: FIRST, numbers: { caller: number } },
  });
  const { called } = (await told(MANAGER, { instance: FIRST, numbers: { called: number } }))
    .numbers;
  const bad = [
    token.replace(/.$/, (last) => (last === "A" ? "Q" : "A")),
    token.slice(0, -30),
    foreign.json().numbers.caller.token,
    called?.token ?? "",
    await sealed(number, MANAGER, SECOND),
  ];
  for (const reader of [MANAGER, MASKED]) {
    const answers = await Promise.all(
      bad.flatMap((one) => [
        readers.ask(reader, pathOf(one)),
        readers.ask(reader, { url: "/api/records", body: { instance: FIRST, caller: one } }),
      ]),
    );
    const refusals = answers.map((reply) => ({ ...reply.json(), requestId: "" }));
    expect(new Set(refusals.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(refusals[0]).toMatchObject({ status: 400, code: "invalid_parameter", field: "caller" });
    for (const one of bad) expect(await opened(reader, one)).toBeNull();
  }
});

test("a link whose secret is on its way out still opens, and ends with it", async () => {
  const [OLD, NEW] = ["o".repeat(32), "n".repeat(32)];
  const before = await withReaders(server, { LINK_SECRETS: OLD });
  const during = await withReaders(server, { LINK_SECRETS: `${NEW},${OLD}` });
  const after = await withReaders(server, { LINK_SECRETS: NEW });
  const body = { instance: FIRST, numbers: { caller: number } };
  const reply = await before.ask(MANAGER, { url: "/api/links", body });
  const path = pathOf(reply.json().numbers.caller.token);
  expect((await during.ask(MANAGER, path)).statusCode).toBe(200);
  expect((await after.ask(MANAGER, path)).statusCode).toBe(400);
});

test("neither log nor audit holds a number that was sealed, opened or searched by", async () => {
  const tokens = [await sealed(), await sealedOfCall(MASKED)];
  for (const token of tokens) {
    await opened(MASKED, token);
    await readers.ask(MANAGER, pathOf(token));
    await readers.ask(MASKED, pathOf(token));
  }
  const audited = JSON.stringify(readers.audited());
  expect(audited).toContain(`"caller":["${number.slice(0, 3)}****${number.slice(-4)}"]`);
  for (const text of [number, ...tokens]) {
    expect(audited).not.toContain(text);
    expect(readers.bff.log()).not.toContain(text);
  }
});

test.each([
  {},
  { numbers: { agent: "1" } },
  { numbers: { caller: "" } },
  { numbers: { caller: 138 } },
  { numbers: { caller: "1.54E+10" } },
  { numbers: { caller: "1".repeat(2_000) } },
  { numbers: { caller: "1" }, contactId: "job-1", side: "caller" },
  { contactId: "job-1" },
  { instance: "a\u0000", numbers: {} },
])("a request that is none is refused: %j", async (body) => {
  const reply = await readers.ask(MANAGER, { url: "/api/links", body: body as object });
  expect(reply.statusCode, reply.body).toBe(400);
});

test("whose instance it is not, theirs is no number of it", async () => {
  const reply = await linksOf({ roles: ["one"] }, { instance: FIRST, numbers: { caller: number } });
  expect(reply.json()).toMatchObject({ status: 403, code: "instance_forbidden" });
});
