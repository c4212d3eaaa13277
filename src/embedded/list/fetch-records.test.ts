import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#embedded/database/database.kit.ts";
import type { EmbeddedDatabase } from "#embedded/database/database.ts";
import { fetchRecords, recordsSql } from "./fetch-records.ts";

let database: EmbeddedDatabase;
beforeAll(async () => {
  database = await createTestDatabase(
    Array.from({ length: 66_000 }, (_unused, row) => ({
      contactId: `job-${row}`,
      instanceId: "ccc-test",
      startTime: row,
      callDuration: row === 0 ? undefined : row,
    })),
  );
});
afterAll(() => database.close());

const key = (row: number) => ({ contactId: `job-${row}`, startTime: row, row });

const from = (row: number, count: number) =>
  Array.from({ length: count }, (_unused, index) => key(row + index));

test("many keys that lie together are read by one scan, others by the index", () => {
  expect(recordsSql(from(5, 25).toReversed())).toMatchObject({
    text: expect.stringMatching(
      / WHERE StartTime BETWEEN \$1 AND \$2 AND rowid BETWEEN \$3 AND \$4$/,
    ),
    params: [5, 29, 5, 29],
  });
  expect(recordsSql([...from(5, 24), key(40)])).toMatchObject({
    text: expect.stringMatching(
      / WHERE StartTime BETWEEN \$1 AND \$2 AND rowid IN \(\$3, .*\$27\)$/,
    ),
    params: expect.arrayContaining([5, 40]),
  });
  expect(recordsSql([...from(0, 24), key(65_999)]).text).toMatch(/ WHERE ContactId IN \(\$1, /);
  expect(recordsSql([key(7), key(8)])).toMatchObject({
    text: expect.stringMatching(/ WHERE ContactId IN \(\$1, \$2\)$/),
    params: ["job-7", "job-8"],
  });
});

test.each([
  ["together", [...Array(50).keys()].map((row) => 99 - row)],
  ["few", [12, 10, 11]],
  ["far apart", [65_999, 0, 33_000, 2]],
  ["alone", [42]],
])("the records of keys %s come in the order of the keys", async (_where, rows) => {
  const records = await fetchRecords(database, rows.map(key));
  expect(records.map(({ ContactId }) => ContactId)).toEqual(rows.map((row) => `job-${row}`));
  expect(records.map(({ CallDuration }) => CallDuration)).toEqual(
    rows.map((row) => (row === 0 ? undefined : String(row))),
  );
});

test("no keys are no records", async () => {
  expect(await fetchRecords(database, [])).toEqual([]);
});
