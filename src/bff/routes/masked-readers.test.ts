import * as fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
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
import { FACET_KEYS } from "#contract/filter/filters.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { SORT_FIELDS } from "#contract/record/enums.ts";
import { VIEW_NAMES } from "#contract/view/view-codec.ts";

/** Those of generated calls end in any digits, as a number may. */
const IDS = /"(call|job)-\d+"/g;
const RANGE = "from=0&to=4000000000000";
const MASKED: TestReader = { roles: ["masked"] };

let server: SampleBff;
let records: readonly CallRecord[];
/** Every number of the calls that are there, as it is. */
let planted: readonly string[];

beforeAll(async () => {
  server = await startSampleBff({ sampleRecords: 600, sampleSeed: "masks" });
  const pages = await Promise.all(
    [1, 2, 3, 4, 5, 6].map((page) =>
      server.get(`/api/records?instance=${FIRST}&${RANGE}&page=${page}`, recordsReplySchema),
    ),
  );
  records = pages.flatMap((page) => page.records);
  const numbers = records.flatMap((one) => [
    one.callingNumber,
    one.calledNumber,
    one.broker,
    one.additionalBroker,
  ]);
  planted = [...new Set(numbers.filter((number = "") => /^\d{7,}$/.test(number)))].map(String);
});
afterAll(() => server.close());

let readers: ReadersBff;
beforeEach(async () => {
  readers = await withReaders(server);
});

const numberIn = (text: string) => planted.find((number) => text.includes(number));

test("rows and one record hold no number, and all else as it is", async () => {
  expect(planted.length).toBeGreaterThan(100);
  const path = `/api/records?instance=${FIRST}&${RANGE}`;
  const { body } = await readers.ask(MASKED, path);
  expect(numberIn(body)).toBeUndefined();
  const masked = recordsReplySchema.parse(JSON.parse(body)).records;
  for (const [index, record] of masked.entries()) {
    const { callingNumber, calledNumber, broker, additionalBroker, ...rest } = record;
    expect(records[index]).toMatchObject(rest);
    for (const number of [callingNumber, calledNumber, broker, additionalBroker])
      expect(number ?? "****").toMatch(/^\d{0,3}\*{4}\d{0,4}$/);
    expect(Object.keys(record)).toEqual(Object.keys(records[index] ?? {}));
  }
  const one = await readers.ask(MASKED, `/api/records/${records[0]?.contactId}`);
  expect(one.json().record).toEqual(masked[0]);
});

test("what is kept of one reader's answer is not masked for another's", async () => {
  const path = `/api/records?instance=${FIRST}&${RANGE}&size=20`;
  await readers.ask(MASKED, path);
  const { body } = await readers.ask({ roles: ["masked", "manager"] }, path);
  expect(numberIn(body)).toBeDefined();
  expect(numberIn((await readers.ask(MASKED, path)).body)).toBeUndefined();
});

// What people and programs send.
const word = fc.oneof(
  fc.constantFrom(
    "",
    "0",
    "-1",
    "Success",
    "~Success",
    "Inbound",
    "a,b",
    "~",
    "undefined",
    "NaN",
    "1e9",
  ),
  fc.constantFrom(
    "%00",
    "' OR 1=1 --",
    "<script>",
    "../../etc/passwd",
    "{}",
    "[]",
    "💩",
    "Ω≈ç",
    "\u202e",
  ),
  fc.nat({ max: 5_000_000_000_000 }).map(String),
  fc.string({ maxLength: 40 }),
  fc.nat().map((at) => planted[at % planted.length] ?? ""),
  fc.nat().map((at) => (planted[at % planted.length] ?? "").slice(0, 5)),
  fc.nat().map((at) => records[at % records.length]?.contactId ?? ""),
  fc.nat().map((at) => records[at % records.length]?.agentIds?.[0] ?? ""),
  fc.nat().map((at) => records[at % records.length]?.skillGroupIds?.[0] ?? ""),
  fc.constantFrom(FIRST, "ccc-sample-2", ...SORT_FIELDS.map((field) => `-${field}`)),
);
const name = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...VIEW_NAMES, "size", "kind", "q") },
  { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
);
const search = fc
  .tuple(fc.boolean(), fc.array(fc.tuple(name, word), { maxLength: 3 }))
  .map(([isAll, pairs]) => {
    const params = new URLSearchParams(pairs);
    return `${isAll ? `instance=${FIRST}&${RANGE}&` : ""}${params}`;
  });
const ask = fc.oneof(
  search.map((view) => everyAsk(view).asks),
  fc
    .tuple(search, fc.constantFrom(...FACET_KEYS), fc.array(word, { maxLength: 2 }))
    .map(([view, facet, extra]) => [{ of: "facet", view, facet, extra }]),
);
const request: fc.Arbitrary<TestRequest> = fc.oneof(
  search.map((text) => ({ url: `/api/records?${text}` })),
  ask.map((asks) => ({ url: "/api/counts", body: { asks } })),
  search.map((view) => ({ url: "/api/call-back", body: { view } })),
  search.map((view) => ({ url: "/api/repeat", body: { view } })),
  fc
    .tuple(search, fc.constantFrom("sample=5-all-0-a", "sample=2-agent-30-b"))
    .map(([view, sample]) => ({ url: "/api/sample", body: { view: `${view}&${sample}` } })),
  fc
    .tuple(word, search)
    .map(([id, text]) => ({ url: `/api/records/${encodeURIComponent(id)}?${text}` })),
  fc
    .tuple(word, search)
    .map(([id, text]) => ({ url: `/api/records/${encodeURIComponent(id)}/events?${text}` })),
  fc.tuple(fc.constantFrom("agent", "skill-group"), word).map(([kind, q]) => ({
    url: `/api/people?kind=${kind}&q=${encodeURIComponent(q)}`,
  })),
  fc.tuple(word, word).map(([id, reason]) => ({
    url: `/api/records/${encodeURIComponent(id)}/reveal`,
    body: { reason, instance: FIRST },
  })),
  fc.constant({ url: "/api/session" }),
);

test("whatever a masked reader asks, no number is told and nothing breaks", async () => {
  const [group = "", agent = ""] = [
    records.flatMap(({ skillGroupIds = [] }) => skillGroupIds)[0],
    records.flatMap(({ agentIds = [] }) => agentIds)[0],
  ];
  const reader = fc.constantFrom<TestReader>(
    MASKED,
    { roles: ["masked", "search"] },
    // Both see numbers as they are: of them it is asked that nothing breaks.
    { roles: ["lead"], groups: [group] },
    { roles: ["agent"], agents: [agent] },
  );
  await fc.assert(
    fc.asyncProperty(reader, request, async (who, what) => {
      const { statusCode, body } = await readers.ask(who, what);
      expect(statusCode).not.toBe(500);
      expect(body).not.toContain('"internal"');
      if (who.roles?.includes("masked") !== true) return;
      // What the reader has typed is no news.
      const typed = what.url + JSON.stringify(what.body ?? "");
      const numbersIn = body.replaceAll(IDS, "");
      const told = planted.filter(
        (number) => numbersIn.includes(number) && !typed.includes(number),
      );
      expect(told).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});
