import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openEmbeddedDatabase } from "#embedded/open-database.ts";
import { createTestDatabase } from "./database.kit.ts";
import type { EmbeddedDatabase } from "./database.ts";
import type { StoredRecord } from "./schema.ts";

let database: EmbeddedDatabase;
beforeEach(async () => {
  database = await createTestDatabase([]);
});
afterEach(() => database.close());

const recordsOf = (batch: string, size: number): StoredRecord[] =>
  Array.from({ length: size }, (_unused, index) => ({
    contactId: `job-${batch}-${index}`,
    instanceId: "ccc-test",
    startTime: 1_000 + index,
    callingNumber: "15400001234",
    releaseReason: batch,
  }));

async function count(where = "true", from = database): Promise<number> {
  const reader = await from.run({
    text: `SELECT count(*) FROM records WHERE ${where}`,
    params: [],
  });
  return Number(reader.getRows()[0]?.[0]);
}

test("what is appended is there, and the revision is another", async () => {
  const before = database.revision;
  await database.append(recordsOf("a", 3));
  expect(await count()).toBe(3);
  expect(database.revision).toBe(before + 1);
  await database.append(recordsOf("b", 2));
  expect(await count()).toBe(5);
  expect(database.revision).toBe(before + 2);
});

test("the revision is no other before the records can be read", async () => {
  const before = database.revision;
  const append = { isOver: false };
  const appending = database.append(recordsOf("a", 5_000)).finally(() => {
    append.isOver = true;
  });
  while (database.revision === before && !append.isOver) await new Promise(setImmediate);
  expect(await count()).toBe(5_000);
  await appending;
});

test("an append is all there or not at all to whoever reads meanwhile", async () => {
  const SIZE = 5_000;
  const appends = { areOver: false };
  const appending = Promise.all(
    Array.from({ length: 6 }, (_unused, batch) => database.append(recordsOf(`${batch}`, SIZE))),
  ).finally(() => {
    appends.areOver = true;
  });
  const counts: number[] = [];
  while (!appends.areOver) counts.push(await count());
  await appending;
  expect(counts.filter((seen) => seen % SIZE !== 0)).toEqual([]);
  expect(await count()).toBe(6 * SIZE);
});

test.each([1, 2_100])("of %i records with a bad one after them none is added", async (good) => {
  const before = database.revision;
  const bad: StoredRecord = { ...recordsOf("bad", 1)[0], instanceId: "ccc-elsewhere" };
  const error: unknown = await database
    .append([...recordsOf("good", good), bad])
    .catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: "DatabaseError", code: "database_unwritable" });
  expect(error).not.toHaveProperty("cause.message");
  expect(String(error)).not.toMatch(/15400001234|ccc-elsewhere|job-/);
  expect(await count()).toBe(0);
  expect(database.revision).toBe(before);
  // It is as if nothing had been asked: the next one is added.
  await database.append(recordsOf("next", 2));
  expect(await count()).toBe(2);
});

test("appends that are asked for at once are made one after another", async () => {
  const before = database.revision;
  await Promise.all(
    Array.from({ length: 20 }, (_unused, batch) => database.append(recordsOf(`${batch}`, 7))),
  );
  expect(await count()).toBe(140);
  expect(database.revision).toBe(before + 20);
});

test("an update changes what it names", async () => {
  await database.append(recordsOf("a", 3));
  const before = database.revision;
  const text = "UPDATE records SET RecordingReady = true WHERE StartTime <= $1";
  await database.update({ text, params: [1_001] });
  expect(await count("RecordingReady")).toBe(2);
  expect(database.revision).toBe(before + 1);
});

test("closing waits for what is being written; it is in the file", async () => {
  const folder = mkdtempSync(join(tmpdir(), "callscope-"));
  const file = join(folder, "calls.duckdb");
  const open = () => openEmbeddedDatabase({ file, sampleRecords: 20, timeZone: "Asia/Shanghai" });
  const first = await open();
  const more = recordsOf("a", 3_000).map((record) => ({ ...record, instanceId: "ccc-sample" }));
  const appending = first.append(more);
  await first.close();
  await appending;
  await expect(first.append(more)).rejects.toThrow("closed");
  const again = await open();
  expect(await count("true", again)).toBe(3_020);
  await again.close();
  rmSync(folder, { recursive: true });
});
