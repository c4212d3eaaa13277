import { afterAll, beforeAll, expect, test } from "vitest";
import { CONTACT_DISPOSITIONS } from "#contract/record/enums.ts";
import { createTestDatabase } from "#embedded/database/database.kit.ts";
import type { EmbeddedDatabase } from "#embedded/database/database.ts";
import type { WireListRequest } from "#upstream/store/record-store.ts";
import { createProber, isCountProbe } from "./count-probes.ts";

let database: EmbeddedDatabase;
beforeAll(async () => {
  database = await createTestDatabase(
    Array.from({ length: 100 }, (_unused, index) => ({
      contactId: `job-${index}`,
      instanceId: "ccc-test",
      startTime: 1000 + Math.floor(index / 2),
      contactDisposition: index % 3 === 0 ? "Success" : "Reject",
    })),
  );
});
afterAll(() => database.close());

const asked = (criteria: WireListRequest["criteria"], from = 0, to = 2000): WireListRequest => ({
  instance: "ccc-test",
  range: { from, to },
  criteria,
  singles: {},
  sort: { field: "startTime", order: "DESC" },
  page: 1,
  pageSize: 1,
});

/** The database, and the statements it was asked. */
function counting(): { database: EmbeddedDatabase; texts: string[] } {
  const texts: string[] = [];
  const run: EmbeddedDatabase["run"] = (query, signal) => {
    texts.push(query.text);
    return database.run(query, signal);
  };
  return { database: { ...database, run }, texts };
}

test("every value of a facet, asked at once, costs three statements", async () => {
  const { database: counted, texts } = counting();
  const probe = createProber(counted);
  const answers = await Promise.all(
    CONTACT_DISPOSITIONS.map((value) => probe(asked({ contactDisposition: [value] }))),
  );
  const found = CONTACT_DISPOSITIONS.map((value, index) => [value, answers[index]?.total]);
  expect(Object.fromEntries(found)).toMatchObject({ Success: 34, Reject: 66, NoAnswer: 0 });
  const success = answers[CONTACT_DISPOSITIONS.indexOf("Success")];
  expect(success?.records[0]).toMatchObject({ ContactId: "job-99", ContactDisposition: "Success" });
  expect(texts).toHaveLength(3);
});

test("of records that began together the first by contact id is shown", async () => {
  const { records, total } = await createProber(database)(asked({}));
  expect([total, records[0]?.ContactId]).toEqual([100, "job-98"]);
});

test("facets of a day and its buckets, asked together, are two scans", async () => {
  const { database: counted, texts } = counting();
  const probe = createProber(counted);
  const facets = CONTACT_DISPOSITIONS.map((value) => asked({ contactDisposition: [value] }));
  const buckets = Array.from({ length: 20 }, (_unused, index) =>
    asked({}, 1000 + index, 1000 + index),
  );
  // In any order: as they come from several screens.
  const mixed = [...facets, ...buckets].toSorted((a, b) => a.range.to - b.range.to);
  const answers = await Promise.all(mixed.map((request) => probe(request)));
  expect(answers.reduce((sum, { total }) => sum + total, 0)).toBe(100 + 40);
  expect(texts).toHaveLength(6);
});

test("what cannot share a scan is answered too, each by its own", async () => {
  const { database: counted, texts } = counting();
  const probe = createProber(counted);
  const answers = await Promise.all([
    probe(asked({ agentId: "nobody" })),
    probe(asked({})),
    probe(asked({}, 1000, 1000)),
  ]);
  expect(answers.map(({ total }) => total)).toEqual([0, 100, 2]);
  expect(texts).toHaveLength(1 + 3 + 3);
});

test("a scan goes on while anybody waits for it, and one that waits for nobody is not begun", async () => {
  const { database: counted, texts } = counting();
  const probe = createProber(counted);
  const gone = new AbortController();
  const success = asked({ contactDisposition: ["Success"] });
  const left = Promise.allSettled([
    probe(success, gone.signal),
    probe(asked({ phoneNumber: "1" }), gone.signal),
  ]);
  const stayed = probe(asked({ contactDisposition: ["Reject"] }));
  gone.abort(new Error("gone"));
  expect((await left).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await stayed).toMatchObject({ total: 66 });
  expect(texts).toHaveLength(3);
});

test("a statement that fails fails its probes, and no later one", async () => {
  let isBroken = true;
  const run: EmbeddedDatabase["run"] = (query, signal) =>
    isBroken ? Promise.reject(new Error("broken")) : database.run(query, signal);
  const probe = createProber({ ...database, run });
  const both = await Promise.allSettled([probe(asked({})), probe(asked({}))]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  isBroken = false;
  expect(await probe(asked({}))).toMatchObject({ total: 100 });
});

test.each<[Partial<WireListRequest>, boolean]>([
  [{}, true],
  [{ pageSize: 2 }, false],
  [{ page: 2 }, false],
  [{ sort: { field: "startTime", order: "ASC" } }, false],
  [{ sort: { field: "talkTime", order: "DESC" } }, false],
])("a count probe is the first page of one record in the usual order: %j", (changes, expected) => {
  expect(isCountProbe({ ...asked({}), ...changes })).toBe(expected);
});
