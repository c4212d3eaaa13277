import { afterAll, beforeAll, expect, test } from "vitest";
import {
  everyAsk,
  FIRST,
  withReaders,
  type ReadersBff,
  type TestReader,
  type TestRequest,
} from "#bff/access/readers.kit.ts";
import { startSampleBff, type SampleBff } from "#bff/sample-bff.kit.ts";
import { recordsReplySchema } from "#contract/api/records.ts";

// Whether a call is another team's or nobody's: the answer is the same, and so are the upstream calls.

let server: SampleBff;
/** Ids of calls of others, and as many of none. */
let foreign: readonly string[];
let nowhere: readonly string[];
let reader: TestReader;

beforeAll(async () => {
  server = await startSampleBff({ sampleRecords: 1_000, sampleSeed: "foreign" });
  const path = `/api/records?instance=${FIRST}&from=0&to=4000000000000`;
  const { records } = await server.get(path, recordsReplySchema);
  const [group = ""] = records.flatMap(({ skillGroupIds = [] }) => skillGroupIds);
  reader = { roles: ["lead", "reveal"], groups: [group] };
  foreign = records
    .filter(({ skillGroupIds = [] }) => !skillGroupIds.includes(group))
    .map(({ contactId = "" }) => contactId);
  nowhere = foreign.map((id) => id.replace(/\w/g, (letter) => (/\d/.test(letter) ? "7" : "z")));
});
afterAll(() => server.close());

/** A request about a call to each route that can name one. */
const REQUESTS: readonly ((id: string) => TestRequest)[] = [
  (id) => ({ url: `/api/records/${id}` }),
  (id) => ({ url: `/api/records/${id}?instance=${FIRST}` }),
  (id) => ({ url: `/api/records/${id}/events` }),
  (id) => ({ url: `/api/records/${id}/reveal`, body: { reason: "because" } }),
  (id) => ({ url: `/api/records?contact=${id}` }),
  (id) => ({ url: `/api/records?contact=${id}&size=1` }),
  (id) => ({ url: `/api/records?contact=${id}&page=2` }),
  (id) => ({ url: `/api/records?contact=${id}&agent=x&disposition=Success&sort=talkTime` }),
  (id) => ({ url: "/api/counts", body: everyAsk(`contact=${id}`) }),
  (id) => ({ url: "/api/counts", body: { asks: [{ of: "total", view: `contact=${id}` }] } }),
  (id) => ({ url: "/api/call-back", body: { view: `contact=${id}` } }),
  (id) => ({ url: "/api/sample", body: { view: `contact=${id}&sample=5-all-0-a` } }),
  (id) => ({ url: "/api/repeat", body: { view: `contact=${id}` } }),
];

/** All that is told, but for what names the request itself and the instant. */
async function told(readers: ReadersBff, request: TestRequest, id: string) {
  const before = await readers.upstreamCalls();
  const { statusCode, body, headers } = await readers.ask(reader, request);
  const { "x-request-id": _id, date: _date, "content-length": length, ...others } = headers;
  const ids = /"requestId":"[^"]*"/g;
  return {
    statusCode,
    // Its lines come as they are known.
    body: body
      .replaceAll(ids, "")
      .replaceAll(/"(asOf|upTo)":\d+/g, "")
      .split("\n")
      .toSorted(),
    headers: JSON.stringify(others)
      .replaceAll(id, "(id)")
      .replaceAll(/(from|to)=\d+/g, ""),
    length,
    upstreamCalls: (await readers.upstreamCalls()) - before,
  };
}

test("every answer is the same for another team's call as for nobody's, at the same upstream calls", async () => {
  expect(foreign.length).toBeGreaterThan(REQUESTS.length);
  for (const [index, request] of REQUESTS.entries()) {
    const [theirs = "", nobodys = ""] = [foreign[index], nowhere[index]];
    expect(nobodys).toHaveLength(theirs.length);
    const [one, other] = [await withReaders(server), await withReaders(server)];
    // Twice, for what is kept is asked for in another way.
    for (const time of ["first", "again"]) {
      const ofTheirs = await told(one, request(theirs), theirs);
      const ofNobodys = await told(other, request(nobodys), nobodys);
      expect(ofTheirs, time).toEqual(ofNobodys);
      expect(ofTheirs.body.join("")).not.toContain(theirs);
    }
  }
});

test("a call that there is not is told at a step of time, as one that is another team's", async () => {
  const readers = await withReaders(server);
  await readers.ask(reader, "/api/session");
  for (const request of REQUESTS.slice(0, 6))
    for (const id of [foreign[0], nowhere[0]]) {
      const beganAt = performance.now();
      await readers.ask(reader, request(id ?? ""));
      expect(performance.now() - beganAt).toBeGreaterThan(245);
    }
});

test("a thousand requests each way cost the upstream the same", async () => {
  const readers = await withReaders(server);
  // Which instance is the first is asked once.
  await readers.ask(reader, "/api/session");
  const spend = async (ids: readonly string[]) => {
    const before = await readers.upstreamCalls();
    const statuses = new Set<number>();
    // Fifty at a time, each of which waits for its step.
    for (let index = 0; index < 1_000; index += 50) {
      const some = Array.from({ length: 50 }, (_unused, at) => ids[(index + at) % ids.length]);
      const replies = some.map((id) => readers.ask(reader, `/api/records/${id}`));
      for (const { statusCode } of await Promise.all(replies)) statuses.add(statusCode);
    }
    return { calls: (await readers.upstreamCalls()) - before, statuses: [...statuses] };
  };
  expect(await spend(foreign)).toEqual({ calls: 1_000, statuses: [404] });
  expect(await spend(nowhere)).toEqual({ calls: 1_000, statuses: [404] });
});
