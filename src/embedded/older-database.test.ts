import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startTestUpstream } from "#upstream/upstream.kit.ts";
import { buildFile, buildTables } from "./database/build-database.ts";
import { appendRecords } from "./database/record-appender.ts";
import { createDictionaries, type StoredRecord } from "./database/schema.ts";
import { createDuckDbStore } from "./duckdb-store.ts";
import { importFiles } from "./import/import-files.ts";
import { openEmbeddedDatabase } from "./open-database.ts";

// An enum column holds the values that it was made with. These databases were made when the provider
// had not yet documented one of its dispositions, as every database of a user is one day.

const NEW_VALUE = "AbandonedInVoiceNavigator";
const CALL: StoredRecord = {
  contactId: "job-1",
  instanceId: "ccc-test",
  contactDisposition: "Success",
  startTime: 1000,
};
const PAGE = { InstanceId: "ccc-test", PageNumber: "1", PageSize: "100", StartTime: "0" };

let folder: string;
let file: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "callscope-"));
  file = join(folder, "calls.duckdb");
  const dictionaries = createDictionaries(["ccc-test"]);
  const contactDisposition = dictionaries.contactDisposition.filter((value) => value !== NEW_VALUE);
  await buildFile(file, (connection) =>
    buildTables(connection, {
      origin: "import",
      instances: [{ id: "ccc-test", name: "Test" }],
      dictionaries: { ...dictionaries, contactDisposition },
      fill: () => appendRecords(connection, [CALL]),
    }),
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = () => openEmbeddedDatabase({ file, sampleRecords: 1, timeZone: "Asia/Shanghai" });

/** The total and the ids of what `ListCallDetailRecords` answers. */
async function ask(...asked: readonly Readonly<Record<string, string>>[]): Promise<unknown[]> {
  const store = createDuckDbStore(await open());
  const upstream = await startTestUpstream({ store });
  const replies = await Promise.all(asked.map((params) => upstream.call({ ...PAGE, ...params })));
  await upstream.close();
  await store.close();
  return replies.map(({ status, body }) =>
    status === 200
      ? [body.Data.TotalCount, body.Data.List.map(({ ContactId: id }: { ContactId: string }) => id)]
      : body.Code,
  );
}

test("a value that was documented since is asked for like any other, and no call has it", async () => {
  const both = JSON.stringify([NEW_VALUE, "Success"]);
  expect(
    await ask(
      { ContactDisposition: NEW_VALUE },
      { ContactDispositionList: JSON.stringify([NEW_VALUE]), OrderByField: "talkTime" },
      { ContactDispositionList: both },
    ),
  ).toEqual([
    [0, []],
    [0, []],
    [1, ["job-1"]],
  ]);
});

test("its count is asked for beside that of others", async () => {
  const probe = (value: string) => ({
    PageSize: "1",
    ContactDispositionList: JSON.stringify([value]),
  });
  expect(await ask(probe(NEW_VALUE))).toEqual([[0, []]]);
  expect(await ask(probe(NEW_VALUE), probe("Success"), probe("Reject"))).toEqual([
    [0, []],
    [1, ["job-1"]],
    [0, []],
  ]);
});

test("a call that has it is not added, and the cure is named", async () => {
  const database = await open();
  const call = { ...CALL, contactId: "job-2", contactDisposition: NEW_VALUE };
  await expect(database.append([call])).rejects.toMatchObject({
    code: "database_old_values",
    message: `${file} was made before a call's ContactDisposition could be ${NEW_VALUE}, and cannot hold one. Move it away, and it is made anew at the next start.`,
  });
  // Others are added as ever.
  await database.append([{ ...call, contactDisposition: "Reject" }]);
  await database.close();
  expect(await ask({})).toEqual([[2, ["job-1", "job-2"]]]);
});

test("an import adds calls that have it: the database is made anew", async () => {
  const call = { ContactId: "job-2", InstanceId: "ccc-test", StartTime: 1_790_000_000_000 };
  const lines = join(folder, "calls.jsonl");
  writeFileSync(lines, JSON.stringify({ ...call, ContactDisposition: NEW_VALUE }));
  expect(await importFiles([lines], file)).toMatchObject({ total: 2, replaced: 0 });
  expect(await ask({ ContactDisposition: NEW_VALUE })).toEqual([[1, ["job-2"]]]);
});
