import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  everyAsk,
  FIRST,
  SECOND,
  withReaders,
  type ReadersBff,
  type TestReader,
  type TestRequest,
} from "#bff/access/readers.kit.ts";
import { startSampleBff, type SampleBff } from "#bff/sample-bff.kit.ts";
import { countsLineSchema, type CountsLine } from "#contract/api/counts.ts";
import { peopleReplySchema } from "#contract/api/people.ts";
import { recordReplySchema } from "#contract/api/record.ts";
import { recordsReplySchema } from "#contract/api/records.ts";
import { sessionSchema } from "#contract/api/session.ts";
import type { CallRecord } from "#contract/record/call-record.ts";

// What readers of each kind are told on every route, held against what an operator sees of the same calls.

let server: SampleBff;
let all: readonly CallRecord[];
beforeAll(async () => {
  server = await startSampleBff({ sampleRecords: 1_500, sampleSeed: "rights" });
  all = await readAll(`instance=${FIRST}`);
});
afterAll(() => server.close());

let readers: ReadersBff;
beforeEach(async () => {
  readers = await withReaders(server);
});

const RANGE = `from=0&to=4000000000000`;

async function readAll(search: string): Promise<readonly CallRecord[]> {
  const records: CallRecord[] = [];
  for (let page = 1; ; page += 1) {
    const path = `/api/records?${RANGE}&${search}&page=${page}`;
    const reply = await server.get(path, recordsReplySchema);
    records.push(...reply.records);
    if (reply.records.length < reply.pageSize) return records;
  }
}

async function get<T>(
  reader: TestReader,
  url: string,
  schema: { parse(reply: unknown): T },
): Promise<T & { readonly path: string }> {
  const { statusCode, body, headers } = await readers.ask(reader, url);
  expect(statusCode, body).toBe(200);
  return { ...schema.parse(JSON.parse(body)), path: String(headers["content-location"]) };
}

async function counts(reader: TestReader, body: object): Promise<readonly CountsLine[]> {
  const reply = await readers.ask(reader, { url: "/api/counts", body });
  expect(reply.statusCode, reply.body).toBe(200);
  const lines = reply.body.trimEnd().split("\n");
  return lines.map((line) => countsLineSchema.parse(JSON.parse(line)));
}

const groupsOf = ({ skillGroupIds = [] }: CallRecord) => skillGroupIds;
const agentsOf = ({ agentIds = [] }: CallRecord) => agentIds;

/** The two groups, or agents, that have the most calls, and one that has fewer. */
function busiest(idsOf: (record: CallRecord) => readonly string[]): [string, string, string] {
  const tally = new Map<string, number>();
  for (const id of all.flatMap(idsOf)) tally.set(id, (tally.get(id) ?? 0) + 1);
  const [first, second, third] = [...tally].toSorted((a, b) => b[1] - a[1]).map(([id]) => id);
  return [first ?? "", second ?? "", third ?? ""];
}

const asLead = (groups: readonly string[]): TestReader => ({ roles: ["lead"], groups });
const asAgent = (agents: readonly string[]): TestReader => ({ roles: ["agent"], agents });
const BOUNDED = [
  ["group", "skillGroupId", "skill-group", groupsOf, asLead],
  ["agent", "agentId", "agent", agentsOf, asAgent],
] as const;

test("instances that are not a reader's are neither listed nor read, nor is it told whether they are there", async () => {
  const one: TestReader = { roles: ["one"] };
  const session = await get(one, "/api/session", sessionSchema);
  expect(session.instances.map(({ id }) => id)).toEqual([SECOND]);
  expect((await get(one, "/api/records", recordsReplySchema)).path).toContain(`instance=${SECOND}`);
  const before = await readers.upstreamCalls();
  for (const instance of [FIRST, "ccc-nowhere"])
    for (const request of requestsOf(`instance=${instance}`, "job-1")) {
      const { statusCode, body } = await readers.ask({ roles: ["one", "reveal"] }, request);
      expect(statusCode, request.url).toBe(403);
      expect(JSON.parse(body), request.url).toMatchObject({ code: "instance_forbidden" });
    }
  expect(await readers.upstreamCalls()).toBe(before);
});

/** A request to each route that takes an instance. */
function requestsOf(search: string, contactId: string): readonly TestRequest[] {
  const instance = new URLSearchParams(search).get("instance") ?? FIRST;
  return [
    { url: `/api/records?${search}` },
    { url: "/api/records", body: Object.fromEntries(new URLSearchParams(search)) },
    { url: "/api/links", body: { instance, numbers: { caller: "13800138000" } } },
    { url: "/api/links", body: { instance, contactId, side: "caller" } },
    { url: `/api/counts`, body: everyAsk(search) },
    { url: `/api/records/${contactId}?instance=${instance}` },
    { url: `/api/records/${contactId}/events?instance=${instance}` },
    { url: `/api/records/${contactId}/reveal`, body: { instance, reason: "because" } },
    { url: `/api/people?kind=agent&instance=${instance}` },
    { url: `/api/people?kind=skill-group&instance=${instance}` },
  ];
}

test.each(BOUNDED)(
  "one of a reader's own is in every view by %s, and told",
  async (name, _filter, _kind, idsOf, readerOf) => {
    const [first, second] = busiest(idsOf);
    const reader = readerOf([second, first]);
    const reply = await get(reader, `/api/records?${RANGE}`, recordsReplySchema);
    expect(new URLSearchParams(reply.path.split("?")[1]).get(name)).toBe(second);
    expect(reply.total).toBe(all.filter((record) => idsOf(record).includes(second)).length);
    const other = await get(reader, `/api/records?${RANGE}&${name}=${first}`, recordsReplySchema);
    expect(other.total).toBe(all.filter((record) => idsOf(record).includes(first)).length);
    for (const record of [...reply.records, ...other.records])
      expect(idsOf(record).some((id) => [first, second].includes(id))).toBe(true);
  },
);

test.each(BOUNDED)(
  "another %s than the reader's own is refused before anything is asked",
  async (name, _filter, _kind, idsOf, readerOf) => {
    const [first, second] = busiest(idsOf);
    const before = await readers.upstreamCalls();
    for (const id of [second, "nobody@ccc-sample"])
      for (const search of [`${name}=${id}`, `${name}=${id}&contact=job-1`, `${name}=~${id}`])
        for (const request of [
          { url: `/api/records?instance=${FIRST}&${search}` },
          { url: "/api/counts", body: everyAsk(`instance=${FIRST}&${search}`) },
        ]) {
          const { statusCode, body } = await readers.ask(readerOf([first]), request);
          expect(statusCode, search).toBe(403);
          const { code, field } = JSON.parse(body);
          expect([code, String(field).split(".").at(-1)]).toEqual(["calls_forbidden", name]);
        }
    expect(await readers.upstreamCalls()).toBe(before);
  },
);

test.each(BOUNDED)(
  "every count is of the reader's own calls by %s alone",
  async (_name, filter, _kind, idsOf, readerOf) => {
    const [first, second, third] = busiest(idsOf);
    const reader = readerOf([first, third]);
    const own = all.filter((record) => idsOf(record).includes(first));
    const view = RANGE;
    const [total, dispositions, ofOwn, times, ranks] = [0, 1, 2, 3, 4];
    const lines = await counts(reader, {
      asks: [
        { of: "total", view },
        { of: "facet", facet: "contactDisposition", view },
        { of: "facet", facet: filter, view, extra: [second, "nobody"] },
        { of: "times", view, edges: [0, 4_000_000_000_001] },
        { of: "ranks", view, field: "talkTime", shares: [0.5] },
      ],
    });
    const linesOf = (ask: number) => lines.filter((line) => "ask" in line && line.ask === ask);
    expect(lines.filter((line) => "problem" in line)).toEqual([]);
    expect(linesOf(total)).toEqual([{ ask: total, total: own.length }]);
    const values = (ask: number) =>
      Object.fromEntries(
        linesOf(ask).flatMap((line) => ("value" in line ? [[line.value, line.count]] : [])),
      );
    const success = own.filter(({ contactDisposition }) => contactDisposition === "Success");
    expect(values(dispositions)).toMatchObject({ Success: success.length });
    const ofThird = all.filter((record) => idsOf(record).includes(third));
    expect(values(ofOwn)).toEqual({ [first]: own.length, [third]: ofThird.length });
    expect(linesOf(times)).toContainEqual(
      expect.objectContaining({ bucket: 0, count: own.length }),
    );
    const talked = own.filter(({ talkTime = 0 }) => talkTime > 0).length;
    expect(linesOf(ranks)).toContainEqual(expect.objectContaining({ base: talked }));
  },
);

test.each(BOUNDED)(
  "a call by its id is told, and counted, if it is the reader's own by %s",
  async (_name, filter, _kind, idsOf, readerOf) => {
    const [first, second] = busiest(idsOf);
    const reader = readerOf([first]);
    const mine = all.find((record) => idsOf(record).includes(first));
    const id = mine?.contactId ?? "";
    expect((await get(reader, `/api/records/${id}`, recordReplySchema)).record).toEqual(mine);
    const listed = await get(reader, `/api/records?contact=${id}`, recordsReplySchema);
    expect(listed).toMatchObject({ total: 1, records: [{ contactId: id }] });
    const lines = await counts(reader, {
      asks: [
        { of: "total", view: `contact=${id}` },
        { of: "facet", facet: filter, view: `contact=${id}`, extra: [second] },
      ],
    });
    expect(lines).toContainEqual({ ask: 0, total: 1 });
    expect(lines.filter((line) => "value" in line)).toEqual([{ ask: 1, value: first, count: 1 }]);
  },
);

test.each(BOUNDED)(
  "of people only the reader's own by %s are found, whatever is typed",
  async (_name, filter, kind, idsOf, readerOf) => {
    const [first, second, third] = busiest(idsOf);
    const reader = readerOf([third, first]);
    const found = async (q: string, of: string = kind) =>
      (await get(reader, `/api/people?kind=${of}&q=${encodeURIComponent(q)}`, peopleReplySchema))
        .people;
    const mine = await found("");
    expect(mine.map(({ id }) => id)).toEqual([third, first]);
    expect(mine.every(({ id, name }) => name !== id)).toBe(true);
    expect(await found(mine[0]?.name ?? "")).toContainEqual(mine[0]);
    const before = await readers.upstreamCalls();
    for (const q of [second, "nobody", "@"])
      expect((await found(q)).map(({ id }) => id)).not.toContain(second);
    for (const other of ["agent", "skill-group"].filter((one) => one !== kind))
      expect(await found("", other)).toEqual([]);
    expect(await readers.upstreamCalls()).toBe(before);
    const { scope } = await get(reader, "/api/session", sessionSchema);
    expect(scope).toEqual({ filter, people: mine });
  },
);

test("in another instance a reader with none of its groups sees no call there", async () => {
  const reader: TestReader = { roles: ["lead"], groups: [busiest(groupsOf)[0]] };
  const reply = await get(reader, `/api/records?instance=${SECOND}&${RANGE}`, recordsReplySchema);
  expect(reply).toMatchObject({ total: 0, records: [] });
});

test("the group of the instance in view is filled in, of groups of several", async () => {
  const [first] = busiest(groupsOf);
  const [other] = await readAll(`instance=${SECOND}`).then((calls) => calls.flatMap(groupsOf));
  const reader: TestReader = { roles: ["lead"], groups: [other ?? "", first] };
  const group = async (instance: string) => {
    const url = `/api/records?instance=${instance}&${RANGE}`;
    const { path } = await get(reader, url, recordsReplySchema);
    return new URLSearchParams(path.split("?")[1]).get("group");
  };
  expect(await group(FIRST)).toBe(first);
  expect(await group(SECOND)).toBe(other);
});

test("what one reader was told is not handed to another of other rights", async () => {
  const [first, second] = busiest(groupsOf);
  const id = all.find((one) => groupsOf(one).includes(first) && !groupsOf(one).includes(second));
  const url = `/api/records?contact=${id?.contactId}`;
  const total = async (reader: TestReader) => (await get(reader, url, recordsReplySchema)).total;
  expect(await total({ roles: ["manager"] })).toBe(1);
  expect(await total({ roles: ["lead"], groups: [second] })).toBe(0);
  expect(await total({ roles: ["lead"], groups: [first] })).toBe(1);
});

test("that another reader has asked the same is told neither by the answer nor by its cost", async () => {
  const [first, second] = busiest(groupsOf);
  const asFirst: TestReader = { roles: ["lead"], groups: [first] };
  const asBoth: TestReader = { roles: ["lead"], groups: [first, second] };
  const spent = async (reader: TestReader) =>
    (await get(reader, `/api/records?${RANGE}&group=${first}`, recordsReplySchema)).spent.calls;
  expect([await spent(asFirst), await spent(asFirst), await spent(asBoth)]).toEqual([1, 0, 1]);
  const people = async (reader: TestReader) =>
    (await get(reader, "/api/people?kind=skill-group", peopleReplySchema)).people.length;
  expect([await people(asFirst), await people(asBoth)]).toEqual([1, 2]);
});

test.each([
  ["instance_forbidden", { roles: ["one"] }, `instance=${FIRST}`],
  ["calls_forbidden", { roles: ["lead"], groups: ["a"] }, "group=b"],
  ["calls_forbidden", { roles: ["agent"], agents: ["a"] }, "agent=b"],
  ["right_missing", { roles: ["masked"] }, "disposition=~13812345678"],
  ["no_role", {}, ""],
  ["sign_in_required", null, ""],
] as const)("a refusal is noted once: %s", async (code, reader, view) => {
  for (const request of [
    { url: `/api/records?${view}` },
    { url: "/api/counts", body: everyAsk(view) },
  ]) {
    const before = readers.audited().length;
    expect((await readers.ask(reader, request)).json()).toMatchObject({ code });
    expect(readers.audited().slice(before)).toMatchObject([
      { api: { operation: "refused" }, status_code: code },
    ]);
  }
});

test("nor is a number that stands masked in words guessed by counts, until the right one is found", async () => {
  const guesses = ["Call 138 0000 5678", "138\u200b0000\u200b5678", "①③⑧00005678"];
  for (const guess of guesses) {
    const told = encodeURIComponent(guess);
    for (const request of [
      { url: `/api/records?sat=1&satDesc=${told}` },
      { url: `/api/records?disposition=${encodeURIComponent(`~${guess}`)}` },
      { url: "/api/counts", body: everyAsk(`sat=1&satDesc=x,${told}`) },
      {
        url: "/api/counts",
        body: {
          asks: [{ of: "facet", facet: "satisfactionDescription", view: "", extra: ["x", guess] }],
        },
      },
    ]) {
      const { statusCode, body } = await readers.ask({ roles: ["masked"] }, request);
      expect(statusCode, body).toBe(403);
      expect(JSON.parse(body)).toMatchObject({ code: "right_missing", right: "searchByNumber" });
      // Who sees numbers as they are may tick what they see.
      const lead = await readers.ask({ roles: ["lead"], groups: ["a"] }, request);
      expect(lead.statusCode).not.toBe(403);
    }
  }
  for (const view of ["sat=1&satDesc=Call 138****5678", "sat=1&satDesc=4321", "agent=13812345678"])
    expect((await readers.ask({ roles: ["masked"] }, `/api/records?${view}`)).statusCode).toBe(200);
});

test("a filter by number needs its right, on every route that takes a view", async () => {
  const before = await readers.upstreamCalls();
  for (const name of ["phone", "caller", "called"])
    for (const request of [
      { url: "/api/records", body: { [name]: "13812345678" } },
      { url: "/api/counts", body: everyAsk(`${name}=1381`) },
      {
        url: "/api/counts",
        body: {
          asks: [
            { of: "total", view: "" },
            { of: "total", view: `${name}=~1381` },
          ],
        },
      },
    ]) {
      const { statusCode, body } = await readers.ask({ roles: ["masked"] }, request);
      expect(statusCode).toBe(403);
      expect(JSON.parse(body)).toMatchObject({ code: "right_missing", right: "searchByNumber" });
    }
  expect(await readers.upstreamCalls()).toBe(before);
  const number = all.find(({ contactType }) => contactType === "Inbound")?.callingNumber ?? "";
  const body = { ...Object.fromEntries(new URLSearchParams(RANGE)), caller: number };
  const searcher: TestReader = { roles: ["masked", "search"] };
  const found = await readers.ask(searcher, { url: "/api/records", body });
  const reply = recordsReplySchema.parse(found.json());
  expect(reply.total).toBeGreaterThan(0);
  expect(reply.records[0]?.callingNumber).toMatch(/^\d{3}\*{4}\d{0,4}$/);
});
