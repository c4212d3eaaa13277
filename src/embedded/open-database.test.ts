import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DatabaseError } from "./database/database-error.ts";
import type { EmbeddedDatabase } from "./database/database.ts";
import { openEmbeddedDatabase, type OpenDatabaseRequest } from "./open-database.ts";
import { createSample } from "./sample/sample-database.ts";

const NOW = Date.UTC(2026, 5, 17, 6, 30);
/** A user without any right, on most systems. */
const NOBODY = 65_534;

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "callscope-"));
  file = join(folder, "data", "calls.duckdb");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (changes: Partial<OpenDatabaseRequest> = {}) =>
  openEmbeddedDatabase({
    sampleRecords: 500,
    timeZone: "Asia/Shanghai",
    now: () => NOW,
    ...changes,
  });

async function contents(database: EmbeddedDatabase): Promise<unknown> {
  const text = "SELECT count(*), sum(StartTime), min(ContactId), max(ContactId) FROM records";
  return (await database.run({ text, params: [] })).getRowsJson();
}

async function failure(promise: Promise<unknown>): Promise<DatabaseError> {
  const error: unknown = await promise.catch((reason: unknown) => reason);
  if (error instanceof DatabaseError) return error;
  throw new Error("It did not fail as a database does.", { cause: error });
}

test("what is no file is refused in words, and not waited for", async () => {
  // As a pipe is: it is there, and DuckDB would read it.
  const device = "/dev/null";
  const words = async (name: string) => (await failure(open({ file: name }))).message;
  expect(await words(device)).toBe(`${device} is not a file.`);
  expect(await words(folder)).toBe(`${folder} is a folder, not a database.`);
  expect(await words("s3://bucket/calls.duckdb")).toMatch(/^"s3:.*" is not the name of a file\.$/);
  expect(await words("")).toBe('"" is not the name of a file.');
  expect(await words(join(device, "calls.duckdb"))).toMatch(/part of its path is a file/);
});

test("without a file the sample is in memory, and says that it is one", async () => {
  const progress: number[] = [];
  const database = await open({ onProgress: (done) => progress.push(done) });
  expect(database.isSample).toBe(true);
  expect(database.instances).toEqual([
    { id: "ccc-sample", name: "示例呼叫中心" },
    { id: "ccc-sample-2", name: "示例分中心（成都）" },
  ]);
  expect(database.choices.contactType.has("Inbound")).toBe(true);
  expect(progress.at(-1)).toBe(500);
  await database.close();
  expect(readdirSync(folder)).toEqual([]);
});

test("a file that is not there is made with the sample, and kept as it is", async () => {
  const first = await open({ file });
  const before = await contents(first);
  await first.close();
  expect(readdirSync(join(folder, "data"))).toEqual(["calls.duckdb"]);
  const again = await open({ file, sampleRecords: 9, sampleSeed: "other" });
  expect(await contents(again)).toEqual(before);
  expect(again.isSample).toBe(true);
  await again.close();
});

test("a sample of no calls is a database like any other", async () => {
  const database = await open({ sampleRecords: 0 });
  expect(database.instances).toHaveLength(2);
  expect(await contents(database)).toEqual([["0", null, null, null]]);
  await database.close();
});

test("what is asked after closing is refused, what was asked before is answered", async () => {
  const database = await open();
  const asked = contents(database);
  await database.close();
  await database.close();
  expect(await asked).toHaveLength(1);
  await expect(contents(database)).rejects.toThrow("closed");
});

test("a file that is no database, or another's, is named and left alone", async () => {
  const foreign = join(folder, "notes.txt");
  writeFileSync(foreign, "x".repeat(20_000));
  expect(await failure(open({ file: foreign }))).toMatchObject({ code: "database_foreign" });

  const other = join(folder, "other.duckdb");
  const instance = await DuckDBInstance.create(other);
  await (await instance.connect()).run("CREATE TABLE meta (Name VARCHAR, Value VARCHAR)");
  instance.closeSync();
  expect(await failure(open({ file: other }))).toMatchObject({ code: "database_other_version" });

  const empty = join(folder, "empty.duckdb");
  const blank = await DuckDBInstance.create(empty);
  blank.closeSync();
  const error = await failure(open({ file: empty }));
  expect(error.code).toBe("database_foreign");
  expect(error.message).toContain(empty);
  expect(existsSync(foreign)).toBe(true);
});

/** What comes of opening the file and reading all of it. */
async function outcome(): Promise<string> {
  let database: EmbeddedDatabase;
  try {
    database = await open({ file });
  } catch (error) {
    return error instanceof DatabaseError ? "refused" : String(error);
  }
  try {
    const reader = await database.run({ text: "SELECT * FROM records", params: [] });
    return JSON.stringify(reader.getRowsJson());
  } catch {
    return "failed";
  } finally {
    await database.close();
  }
}

test("a damaged file is refused, or fails, or was not damaged where it matters", async () => {
  await (await open({ file, sampleRecords: 3000 })).close();
  const sound = await outcome();
  const bytes = readFileSync(file);
  const outcomes: string[] = [];
  for (const part of [0, 0.02, 0.1, 0.3, 0.6, 0.9]) {
    const damaged = Buffer.from(bytes);
    damaged.fill(0xa5, Math.floor(part * bytes.length), Math.floor(part * bytes.length) + 9000);
    writeFileSync(file, damaged);
    outcomes.push(await outcome());
  }
  expect(outcomes.filter((one) => !["refused", "failed", sound].includes(one))).toEqual([]);
  expect(outcomes).toContain("refused");
  writeFileSync(file, bytes.subarray(0, bytes.length >> 1));
  expect(await outcome()).toBe("refused");
  // Refused, it is not held: the sound file opens in its place.
  writeFileSync(file, bytes);
  expect(await outcome()).toBe(sound);
});

test("a damaged file is said to be damaged, not foreign and not in use", async () => {
  await (await open({ file })).close();
  const bytes = readFileSync(file);
  // Behind the name of the format: a checksum of the header, which is told as "in block".
  const broken = Buffer.from(bytes).fill(0xa5, 1_000, 4_000);
  for (const damaged of [broken, bytes.subarray(0, bytes.length >> 1), bytes.subarray(0, 100)]) {
    writeFileSync(file, damaged);
    const { code, message } = await failure(open({ file }));
    expect({ code, message }).toEqual({
      code: "database_damaged",
      message: `${file} is damaged (IO Error). Move it away and import the records again.`,
    });
  }
});

test("another program's file is one in a plain sentence, however short it is", async () => {
  const foreign = join(folder, "corrupt-lock.db");
  for (const text of ["", "notes", `SQLite format 3\0${"x".repeat(9_000)}`]) {
    writeFileSync(foreign, text);
    const { code, message } = await failure(open({ file: foreign }));
    expect({ code, message }).toEqual({
      code: "database_foreign",
      message: `${foreign} is not a Callscope database.`,
    });
  }
});

test("damage that is come upon later fails what needs the place, with DuckDB's kind of error", async () => {
  await (await open({ file, sampleRecords: 3000 })).close();
  const bytes = readFileSync(file);
  const everything = { text: "SELECT * FROM records", params: [] };
  for (let place = bytes.length - 20_000; place > 0; place -= 20_000) {
    writeFileSync(file, Buffer.from(bytes).fill(0xa5, place, place + 9_000));
    const database = await open({ file }).catch(() => undefined);
    if (database === undefined) continue;
    expect(database.damage).toBeUndefined();
    const error: unknown = await database.run(everything).catch((reason: unknown) => reason);
    await database.close();
    if (!(error instanceof DatabaseError)) continue;
    expect(error).toMatchObject({ code: "database_damaged" });
    expect(String(error.cause)).toMatch(/^Error: IO Error: /);
    expect(database.damage).toBe(error);
    return;
  }
  expect.fail("No damage was come upon while reading.");
});

test("a file that can only be read is served, and nothing is added to it", async () => {
  await (await open({ file })).close();
  chmodSync(file, 0o444);
  chmodSync(join(folder, "data"), 0o555);
  chmodSync(folder, 0o755);
  // The superuser may write whatever its mode says.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(NOBODY);
  try {
    const database = await open({ file });
    expect(JSON.stringify(await contents(database))).toContain("500");
    const [call] = createSample({ records: 1, seed: "more", timeZone: "UTC", now: NOW });
    expect(await failure(database.append([call ?? {}]))).toMatchObject({
      code: "database_unwritable",
    });
    await database.close();
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(join(folder, "data"), 0o755);
  }
});

test("no query reaches a file of the machine", async () => {
  const database = await open();
  const read = { text: "SELECT * FROM read_text('/etc/hostname')", params: [] };
  const write = { text: `COPY records TO '${folder}/copy.csv'`, params: [] };
  await expect(database.run(read)).rejects.toThrow("disabled");
  await expect(database.run(write)).rejects.toThrow("disabled");
  await database.close();
});

/** Another process that has the file open until it is told to end. */
async function holdElsewhere(path: string): Promise<ChildProcess> {
  const script = `
    import { DuckDBInstance } from "@duckdb/node-api";
    globalThis.held = await DuckDBInstance.create(${JSON.stringify(path)});
    console.log("held");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return child;
}

test("a file that another process has open is named as such", async () => {
  await (await open({ file })).close();
  const holder = await holdElsewhere(file);
  try {
    const error = await failure(open({ file }));
    expect(error.code).toBe("database_in_use");
    expect(error.message).toContain(file);
  } finally {
    holder.kill("SIGKILL");
    await once(holder, "exit");
  }
  // It was killed: the file opens all the same.
  await (await open({ file })).close();
});
