import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { FIRST, withReaders, type TestReader } from "#bff/access/readers.kit.ts";
import { startSampleBff, type SampleBff } from "#bff/sample-bff.kit.ts";
import { openScriptedBff } from "#bff/scripted-bff.kit.ts";
import { hang, ok, refusal, type Answer } from "#bff/upstream/scripted-upstream.kit.ts";
import { CALL_BACK_ROUTE, callBackLineSchema, type CallBackLine } from "#contract/api/call-back.ts";
import { recordsReplySchema } from "#contract/api/records.ts";

const VIEW = `instance=${FIRST}&from=0&to=4000000000000`;
const linesOf = (body: string): readonly CallBackLine[] =>
  body
    .trimEnd()
    .split("\n")
    .map((line) => callBackLineSchema.parse(JSON.parse(line)));
const callersOf = (lines: readonly CallBackLine[]) =>
  lines.flatMap((line) => ("caller" in line ? [line] : []));
const lookedOf = (lines: readonly CallBackLine[]) => lines.find((line) => "upTo" in line);
const endOf = (lines: readonly CallBackLine[]) => lines.find((line) => "end" in line);

let server: SampleBff;
beforeAll(async () => {
  server = await startSampleBff({ sampleRecords: 900, sampleSeed: "back" });
});
afterAll(() => server.close());

async function asked(reader: TestReader, view = VIEW) {
  const readers = await withReaders(server);
  // Which instance is the first is asked once.
  await readers.ask(reader, "/api/session");
  const before = await readers.upstreamCalls();
  const [reply, second] = await Promise.all(
    [1, 2].map(() => readers.ask(reader, { url: CALL_BACK_ROUTE, body: { view } })),
  );
  expect(reply?.statusCode, reply?.body).toBe(200);
  return {
    body: reply?.body ?? "",
    second: second?.body ?? "",
    lines: linesOf(reply?.body ?? ""),
    calls: (await readers.upstreamCalls()) - before,
    audited: readers.audited().map(({ ...event }) => event),
  };
}

test("a masked reader is told of the same callers, of none the number, and of none what finds it out", async () => {
  const [full, masked] = [await asked({ roles: ["manager"] }), await asked({ roles: ["masked"] })];
  const callers = callersOf(full.lines);
  expect(callers.length).toBeGreaterThan(20);
  expect(callersOf(masked.lines)).toHaveLength(callers.length);
  for (const { call } of callers) {
    expect(call.callingNumber).toMatch(/^\d{7,}$/);
    expect(masked.body).not.toContain(call.callingNumber);
  }
  const prints = new Set(callers.map(({ caller }) => caller));
  expect(callersOf(masked.lines).filter(({ caller }) => prints.has(caller))).toEqual([]);
});

test("two who ask at the same time cost the upstream the calls of one", async () => {
  const { lines, second, calls } = await asked({ roles: ["manager"] });
  expect(callersOf(linesOf(second))).toHaveLength(callersOf(lines).length);
  // The calls lost, how many there are since, and these.
  expect(calls).toBeLessThanOrEqual(20);
});

test("callers are in the audit log before they are told", async () => {
  const { audited, lines } = await asked({ roles: ["manager"] }, `${VIEW}&type=Inbound`);
  expect(audited.at(-1)).toMatchObject({
    api: { operation: "records.search" },
    unmapped: { filter: { type: ["Inbound"] }, records: lookedOf(lines)?.callers },
  });
});

test("whoever may see the calls of some groups alone is told of no others, and that it is so", async () => {
  const page = await server.get(
    `/api/records?${VIEW}&disposition=AbandonedInQueue`,
    recordsReplySchema,
  );
  const group = page.records[0]?.skillGroupIds?.[0] ?? "";
  const other = page.records
    .flatMap(({ skillGroupIds = [] }) => skillGroupIds)
    .find((id) => id !== group);
  const lead = { roles: ["lead"], groups: [group] } as const;
  const { lines } = await asked(lead);
  expect(lookedOf(lines)).toMatchObject({ isOwn: true });
  expect(callersOf(lines).length).toBeGreaterThan(0);
  for (const { call } of callersOf(lines)) expect(call.skillGroupIds).toContain(group);
  const readers = await withReaders(server);
  const view = `${VIEW}&group=${other}`;
  const reply = await readers.ask(lead, { url: CALL_BACK_ROUTE, body: { view } });
  expect([reply.statusCode, reply.json().code]).toEqual([403, "calls_forbidden"]);
});

test("a bad view is refused by its name, and a number by who may not search by one", async () => {
  const readers = await withReaders(server);
  const ask = (view: string) =>
    readers.ask({ roles: ["masked"] }, { url: CALL_BACK_ROUTE, body: { view } });
  expect((await ask(`${VIEW}&sort=nothing`)).json()).toMatchObject({ field: "view.sort" });
  expect((await ask(`${VIEW}&caller=13800138000`)).json()).toMatchObject({
    code: "right_missing",
    right: "searchByNumber",
  });
});

/** A call of each of so many callers, the latest first. */
const lost = (count: number) =>
  Array.from({ length: count }, (_unused, index) => ({
    ContactId: `job-${index}`,
    ContactType: "Inbound",
    ContactDisposition: "AbandonedInQueue",
    StartTime: 9_000_000 - index,
    CallingNumber: `139${String(index).padStart(8, "0")}`,
  }));

/** Answers by what is asked: the calls lost, all calls since, or those of a number. */
const upstreamOf =
  (calls: ReturnType<typeof lost>, since: Answer, ofNumber: (number: string) => Answer): Answer =>
  (request, response) => {
    const { searchParams } = new URL(request.url ?? "", "http://upstream");
    const criteria = searchParams.get("Criteria");
    if (criteria !== null) ofNumber(JSON.parse(criteria).phoneNumber)(request, response);
    else if (searchParams.has("ContactDispositionList")) {
      const page = Number(searchParams.get("PageNumber"));
      const List = calls.slice((page - 1) * 100, page * 100);
      ok({ TotalCount: page === 1 ? calls.length : 0, List })(request, response);
    } else since(request, response);
  };
const many = ok({ TotalCount: 1_000_000, List: [] });
const none = ok({ TotalCount: 0, List: [] });
const forbidden = refusal(403, "NoPermission");

async function scripted(answer: Answer) {
  const bff = await openScriptedBff([answer], { CCC_INSTANCE_IDS: "ccc-test" });
  const body = { view: "from=0&to=9000000" };
  const reply = await bff.app.inject({ method: "POST", url: CALL_BACK_ROUTE, payload: body });
  return { bff, lines: linesOf(reply.body) };
}

test("callers who cannot be looked for are counted, with the reason, and the others are told", async () => {
  const { lines } = await scripted(
    upstreamOf(lost(5), many, (number) => (number === "13900000003" ? forbidden : none)),
  );
  expect(callersOf(lines)).toHaveLength(4);
  expect(endOf(lines)).toMatchObject({
    unjudged: 1,
    gotThrough: 0,
    problem: { code: "upstream_forbidden" },
  });
});

test("where all calls since cannot be read nobody is told as waiting", async () => {
  const { lines } = await scripted(upstreamOf(lost(5), forbidden, () => none));
  expect(callersOf(lines)).toEqual([]);
  expect(endOf(lines)).toMatchObject({ unjudged: 5, problem: { code: "upstream_forbidden" } });
});

test("where only the first of the calls lost can be read, it is said of how many", async () => {
  const answer = upstreamOf(lost(250), ok({ TotalCount: 0, List: [] }), () => none);
  const { lines } = await scripted((request, response) =>
    (/PageNumber=3/.test(request.url ?? "") ? forbidden : answer)(request, response),
  );
  expect(lookedOf(lines)).toMatchObject({ tries: 200, of: 250 });
  expect(callersOf(lines)).toHaveLength(200);
  expect(endOf(lines)).toMatchObject({ unjudged: 0, problem: { code: "upstream_forbidden" } });
});

test("where nothing can be looked at that is told, and no empty list", async () => {
  const { lines } = await scripted(forbidden);
  expect(lines.filter((line) => !("spent" in line))).toEqual([
    { problem: expect.objectContaining({ code: "upstream_forbidden" }) },
  ]);
});

test("of more than are looked at the latest are, and it is said how many there are", async () => {
  const { lines, bff } = await scripted(upstreamOf(lost(1_234), many, () => none));
  expect(lookedOf(lines)).toMatchObject({ tries: 400, of: 1_234, since: 9_000_000 - 399 });
  expect(callersOf(lines)).toHaveLength(400);
  // The calls lost, how many since, and one for each caller.
  expect(bff.upstream.requests.length).toBe(10 + 1 + 400);
  const { lines: byAll } = await scripted(upstreamOf(lost(1_234), none, () => none));
  expect(lookedOf(byAll)).toMatchObject({ tries: 1_000, of: 1_234 });
  expect(callersOf(byAll)).toHaveLength(1_000);
});

test("a browser that leaves takes all that is asked for it along", async () => {
  const { app, upstream } = await openScriptedBff([upstreamOf(lost(20), many, () => hang)], {
    CCC_INSTANCE_IDS: "ccc-test",
  });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  const leave = new AbortController();
  const reply = await fetch(url + CALL_BACK_ROUTE, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ view: "from=0&to=9000000" }),
    signal: leave.signal,
  });
  const reading = reply.text();
  await vi.waitUntil(() => upstream.requests.length > 4, { timeout: 5_000 });
  leave.abort();
  await expect(reading).rejects.toThrow("aborted");
  await upstream.abandoned;
  expect((await app.inject("/healthz")).statusCode).toBe(200);
});
