import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TEST_CREDENTIALS } from "#bff/bff.kit.ts";
import { startSampleBff, type SampleBff } from "#bff/sample-bff.kit.ts";
import { problemSchema } from "#contract/api/errors.ts";
import { recordsReplySchema } from "#contract/api/records.ts";
import { TAB_HEADER } from "#contract/api/tab.ts";
import { CONTACT_DISPOSITIONS } from "#contract/record/enums.ts";
import { VIEW_NAMES } from "#contract/view/view-codec.ts";

/** The instances of the sample; the first is the one a request means that names none. */
const INSTANCE = "ccc-sample";
const OTHER_INSTANCE = "ccc-sample-2";

let server: SampleBff;
beforeAll(async () => {
  server = await startSampleBff({ sampleRecords: 4_000, sampleSeed: "bff" });
});
afterAll(() => server.close());

/** All of the sample: it reaches back half a year. */
const ALL = `from=0&to=${Date.now()}`;

const records = (search: string) => server.get(`/api/records?${search}`, recordsReplySchema);
const problem = (search: string) => server.problem(`/api/records?${search}`);
/** The same, asked by a body. */
async function ofBody(search: string) {
  const payload = Object.fromEntries(new URLSearchParams(search));
  const reply = await server.app.inject({ method: "POST", url: "/api/records", payload });
  expect(reply.statusCode, reply.body).toBe(200);
  return recordsReplySchema.parse(reply.json());
}

test("a page holds 100 records, newest first, with the total on page 1", async () => {
  const { records: rows, total, page, pageSize, requestId } = await records(ALL);
  expect({ rows: rows.length, page, pageSize, total }).toEqual({
    rows: 100,
    page: 1,
    pageSize: 100,
    total: 3_800,
  });
  expect(requestId).toMatch(/^[\dA-F-]{36}$/);
  const starts = rows.map(({ startTime = 0 }) => startTime);
  expect(starts).toEqual(starts.toSorted((a, b) => b - a));
});

test("past page 1 there is no total, and no record of an earlier page", async () => {
  const first = await records(ALL);
  const second = await records(`${ALL}&page=2`);
  expect(second).toMatchObject({ page: 2, total: null });
  const ids = new Set([...first.records, ...second.records].map(({ contactId }) => contactId));
  expect(ids.size).toBe(200);
});

test("a page past the end is empty, not an error", async () => {
  const reply = await records(`${ALL}&page=39`);
  expect(reply.records).toEqual([]);
});

test("size asks for less, as a count does", async () => {
  const { records: rows, total, pageSize } = await records(`${ALL}&size=1`);
  expect([rows.length, total, pageSize]).toEqual([1, 3_800, 1]);
});

test("the results are pinned to an instant, which the reply tells", async () => {
  const before = Date.now();
  const { asOf, records: rows } = await records("range=last30d");
  expect(asOf).toBeGreaterThanOrEqual(before);
  expect(asOf).toBeLessThanOrEqual(Date.now());
  for (const { startTime = 0 } of rows) expect(startTime).toBeLessThanOrEqual(asOf);
  expect((await records("from=0&to=1000")).asOf).toBe(1_000);
});

test("what a request left open is told, and a tab's is pinned to the step that tabs share", async () => {
  const ask = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
    const reply = await server.app.inject({ url: path, headers });
    return new URL(String(reply.headers["content-location"]), "http://callscope");
  };
  const search = "/api/records?range=last30d&disposition=Success&page=2";
  const before = Date.now();
  const told = await ask(search);
  expect([...told.searchParams.keys()]).toEqual(["instance", "from", "to", "disposition", "page"]);
  expect(Number(told.searchParams.get("to"))).toBeGreaterThanOrEqual(before);
  const pinned = await ask(search, { [TAB_HEADER]: "a" });
  expect(Number(pinned.searchParams.get("to")) % 5000).toBe(0);
  expect((await ask(pinned.pathname + pinned.search)).href).toBe(pinned.href);
});

test("a path that is too long for a header of a proxy is not told, and the page answered all the same", async () => {
  const words = Array.from({ length: 30 }, (_unused, index) => `${"x".repeat(100)}${index}`);
  const { statusCode, headers } = await server.app.inject(
    `/api/records?range=today&satDesc=${words.join(",")}`,
  );
  expect(statusCode).toBe(200);
  expect(headers["content-location"]).toBeUndefined();
  expect(JSON.stringify(headers).length).toBeLessThan(4_000);
});

test("filters and sort reach the database", async () => {
  const { records: rows } = await records(`${ALL}&disposition=Success&type=Inbound&sort=talkTime`);
  for (const row of rows)
    expect(row).toMatchObject({ contactType: "Inbound", contactDisposition: "Success" });
  const talks = rows.map(({ talkTime = 0 }) => talkTime);
  expect(talks).toEqual(talks.toSorted((a, b) => a - b));
});

test("the parts of a facet add up to the whole", async () => {
  const counts = await Promise.all(
    CONTACT_DISPOSITIONS.map(async (value) => {
      const { total } = await records(`${ALL}&size=1&disposition=${value}`);
      return total ?? Number.NaN;
    }),
  );
  expect(counts.reduce((sum, count) => sum + count)).toBe(3_800);
});

test("a part of a phone number finds it on either side of the call", async () => {
  const [{ callingNumber = "" } = {}] = (await records(`${ALL}&size=1&type=Inbound`)).records;
  const part = callingNumber.slice(2, 9);
  const { records: rows } = await ofBody(`${ALL}&phone=${part}`);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(`${row.callingNumber} ${row.calledNumber}`).toContain(part);
});

test("the instance is the first unless it is named", async () => {
  const other = await records(`${ALL}&instance=${OTHER_INSTANCE}`);
  expect(other.total).toBe(200);
  expect(other.records[0]?.instanceId).toBe(OTHER_INSTANCE);
  expect((await records(`${ALL}&instance=${INSTANCE}`)).total).toBe(3_800);
});

test.each([
  ["type=Nonsense", "type"],
  ["disposition=Success,Nonsense", "disposition"],
  ["early=Loud", "early"],
  ["sat=11", "sat"],
  ["channel=Pigeon", "channel"],
  ["phone='drop table", "phone"],
  ["caller=1'--", "caller"],
  ["called=%00", "called"],
  [`agent=${"x".repeat(129)}`, "agent"],
  ["group=%07", "group"],
  ["contact=a%0ab", "contact"],
  ["satDesc=a,,b", "satDesc"],
  ["range=forever", "range"],
  ["range=today&from=1&to=2", "range"],
  ["from=1", "from"],
  ["to=1", "to"],
  ["from=2&to=1", "to"],
  ["from=1e3&to=2000", "from"],
  ["sort=contactId", "sort"],
  ["page=0", "page"],
  ["page=101", "page"],
  ["page=1.5", "page"],
  ["size=0", "size"],
  ["size=101", "size"],
  ["size=10&size=20", "size"],
  ["instance=%07", "instance"],
  ["cols=startTime,nonsense", "cols"],
  ["type=Inbound&type=Outbound", "type"],
  ["Type=Inbound", "Type"],
  ["limit=5", "limit"],
])("%s is refused, and %s is named", async (search, field) => {
  expect(await problem(search)).toMatchObject({ status: 400, code: "invalid_parameter", field });
});

test.each([
  ["page=0", "It takes a whole number from 1 to 100."],
  ["size=101", "It takes a whole number from 1 to 100."],
  ["size=1&size=1", "The parameter is given more than once."],
  ["size=5&page=400", "Of one query 100 pages are reached, whatever their size"],
  ["sort=name", "a field, after `-` for descending: one of startTime, "],
  ["sort=+startTime", "one of startTime, "],
  ["range=forever", "It takes one of last15m, last1h, "],
  ["compare=month", "It takes one of week."],
  ["from=x&to=5", "It takes milliseconds since 1970"],
  ["from=1&to=9999999999999", "It takes milliseconds since 1970"],
  ["from=1", "`from` and `to` go together"],
  ["from=2&to=1", "`to` is earlier than `from`."],
  ["range=today&from=1&to=2", "`range` does not go together"],
  ["cols=nonsense", "columns with commas, after `*` where pinned, of "],
  ["type=Nonsense", "It takes Inbound, Outbound, "],
  ["sat=11", "another whole number, without leading zeros"],
  ["sat=~010", "another whole number, without leading zeros"],
  ["sat=~many", "another whole number, without leading zeros"],
  ["agent=%07", "It takes an id of 1 to 128 characters"],
  ["phone='x", "It takes a telephone number or a part of one."],
  ["satDesc=%07", "It takes texts of 1 to 128 characters, with commas."],
])("%s is told what is taken instead", async (search, reason) => {
  expect((await problem(search)).detail).toContain(reason);
});

test("what a search for people takes is told as well", async () => {
  const detail = async (search: string) => (await server.problem(`/api/people?${search}`)).detail;
  expect(await detail("kind=robot")).toBe("It takes one of agent, skill-group.");
  expect(await detail(`kind=agent&q=${"x".repeat(65)}`)).toContain("at most 64 characters");
});

test.each(["phone", "caller", "called"])(
  "a plus of %s that was not escaped is refused with that reason, without the number",
  async (name) => {
    const { detail, ...refused } = await problem(`${ALL}&${name}=+8613800000000`);
    expect(refused).toMatchObject({ status: 400, code: "invalid_parameter", field: name });
    expect(detail).toContain("%2B");
    expect(detail).not.toContain("138");
    await ofBody(`${ALL}&${name}=%2B8613800000000`);
  },
);

test.each([
  ["/api/records?agent=a+b@ccc-test", "agent"],
  ["/api/records?contact=job+1", "contact"],
  ["/api/records?instance=ccc+sample", "instance"],
  ["/api/records/job-1?instance=ccc+sample", "instance"],
  ["/api/people?kind=agent&instance=+", "instance"],
])("a plus of an id that was not escaped is refused with that reason: %s", async (path, field) => {
  const { detail, ...refused } = await server.problem(path);
  expect(refused).toMatchObject({ status: 400, code: "invalid_parameter", field });
  expect(detail).toContain("%2B");
  expect((await server.app.inject(path.replace("+", "%2B"))).body).not.toContain(detail);
});

test("a number is found in whatever form it is written", async () => {
  const [{ callingNumber = "" } = {}] = (await records(`${ALL}&size=1&type=Inbound`)).records;
  const found = await ofBody(`${ALL}&caller=${callingNumber}`);
  expect(found.total).toBeGreaterThan(0);
  const full = callingNumber.replace(/\d/g, (digit) =>
    String.fromCodePoint(0xff10 + Number(digit)),
  );
  for (const text of [
    full,
    `\u202d${callingNumber}\u202c`,
    `tel:${callingNumber}`,
    `${callingNumber}。`,
  ])
    expect((await ofBody(`${ALL}&caller=${encodeURIComponent(text)}`)).total).toBe(found.total);
});

test("a value of an enum that the upstream does not know is the upstream's to refuse", async () => {
  expect(await problem("type=~Hologram")).toMatchObject({
    status: 400,
    code: "upstream_parameter",
    upstreamCode: "Parameter.Format",
    field: "type",
  });
});

test("an instance that does not exist is not an empty result", async () => {
  expect(await problem("instance=ccc-nowhere")).toMatchObject({
    status: 404,
    code: "upstream_instance_not_found",
    upstreamCode: "NotExists.InstanceId",
  });
});

const name = fc.oneof(fc.constantFrom(...VIEW_NAMES, "size"), fc.string());
const value = fc.oneof(
  fc.constantFrom("today", "last7d", "Inbound", "Success,~New", "-talkTime", INSTANCE, "IVR", ""),
  fc.integer({ min: -1, max: 101 }).map(String),
  fc.integer({ min: 0, max: 2 ** 45 }).map(String),
  fc.string(),
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
);
const search = fc.oneof(
  fc
    .array(fc.tuple(name, value), { maxLength: 4 })
    .map((pairs) => new URLSearchParams(pairs).toString()),
  // Not encoded at all, as a hand might type it; a server of HTTP sees no blanks or controls.
  fc.stringMatching(/^[!-~]{0,40}$/).filter((text) => !text.includes("#")),
);

test("whatever the query says, the answer is a reply or a problem and never a failure", async () => {
  await fc.assert(
    fc.asyncProperty(search, async (text) => {
      const response = await server.app.inject({ url: `/api/records?${text}` });
      const schema = response.statusCode === 200 ? recordsReplySchema : problemSchema;
      expect(schema.safeParse(response.json()).error).toBeUndefined();
      expect(response.statusCode).toBeLessThan(500);
    }),
    { numRuns: 300 },
  );
});

test("after all of this the log holds no phone number, no query and no secret", async () => {
  const { records: rows } = await records(ALL);
  const log = server.log();
  expect(log).toContain('"route":"/api/records"');
  const numbers = rows.flatMap(({ callingNumber = "", calledNumber = "" }) => [
    callingNumber,
    calledNumber,
  ]);
  // Short ones are extensions, which any timestamp may hold.
  const long = numbers.filter((number) => number.length > 5);
  expect(long.length).toBeGreaterThan(100);
  expect(long.filter((number) => log.includes(number))).toEqual([]);
  expect(log).not.toMatch(/\?|phone=|drop table|Hologram/);
  expect(log).not.toContain(TEST_CREDENTIALS.accessKeySecret);
});
