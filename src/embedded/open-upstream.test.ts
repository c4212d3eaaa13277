import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { buildFile, buildTables } from "./database/build-database.ts";
import { createDictionaries } from "./database/schema.ts";
import { openEmbeddedDatabase, type OpenDatabaseRequest } from "./open-database.ts";
import { openUpstream } from "./open-upstream.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "callscope-"));
  file = join(folder, "calls.duckdb");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** A process of its own begins at the instant at which tests stand. */
const CLOCK = join(ROOT, "e2e/clock/process-clock.ts");
const TIME_ZONE = "Asia/Shanghai";
const open = (changes: Partial<Parameters<typeof openUpstream>[0]> = {}) =>
  openUpstream({
    file,
    sampleRecords: 100,
    timeZone: TIME_ZONE,
    accessKeys: [],
    port: 0,
    faults: false,
    onLiveFailure: (error) => expect.fail(String(error)),
    ...changes,
  });
const failureOf = (promise: Promise<unknown>) => promise.catch((reason: unknown) => reason);

/** Whether a process of its own can open the file: one that holds it itself can do so twice. */
async function expectFree(): Promise<void> {
  const script = `
    const { DuckDBInstance } = await import("@duckdb/node-api");
    await DuckDBInstance.create(process.argv[1]);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script, file], {
    cwd: ROOT,
    stdio: "ignore",
  });
  expect(await once(child, "exit")).toEqual([0, null]);
}

test("new calls come in until it is closed, and stay in the file", async () => {
  // A clock that goes on, since so many calls cannot end at one instant.
  let clock = Date.now();
  const { database, close } = await open({ liveSeconds: 0.01, now: () => (clock += 1_000) });
  while (database.revision < 5) await sleep(5);
  await close();
  const revision = database.revision;
  const again = await open();
  const text = "SELECT count(*) FROM records";
  const rows = (await again.database.run({ text, params: [] })).getRows();
  // One revision may be of recordings that became ready.
  expect(Number(rows[0]?.[0])).toBeGreaterThanOrEqual(100 + revision - 1);
  await again.close();
});

test("where it cannot listen the database is closed", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const address = taken.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  expect(await failureOf(open({ port, liveSeconds: 0.01 }))).toMatchObject({ code: "EADDRINUSE" });
  taken.close();
  await expectFree();
});

test("told to stop before it began, it does not begin", async () => {
  await (await open()).close();
  const reason = new Error("enough");
  expect(await failureOf(open({ signal: AbortSignal.abort(reason) }))).toBe(reason);
  await expectFree();
});

test("imported records get no live calls: it refuses to start, and holds no file", async () => {
  await buildFile(file, (connection) =>
    buildTables(connection, {
      origin: "import",
      instances: [{ id: "ccc-mine", name: "ccc-mine" }],
      dictionaries: createDictionaries(["ccc-mine"]),
      fill: () => Promise.resolve(),
    }),
  );
  expect(await failureOf(open({ liveSeconds: 5 }))).toMatchObject({ code: "database_origin" });
  await expectFree();
});

test("a path that is no place for a database is named in a sentence", async () => {
  const database = (path: string) =>
    openEmbeddedDatabase({ file: path, sampleRecords: 10, timeZone: TIME_ZONE });
  mkdirSync(file);
  expect(await failureOf(database(file))).toMatchObject({
    code: "database_unreadable",
    message: `${file} is a folder, not a database.`,
  });
  const below = join(folder, "notes.txt", "sub", "calls.duckdb");
  writeFileSync(join(folder, "notes.txt"), "");
  expect(await failureOf(database(below))).toMatchObject({
    code: "database_unwritable",
    message: `${below} cannot be made: part of its path is a file, not a folder.`,
  });
  const long = join(folder, "x".repeat(300));
  expect(await failureOf(database(long))).toMatchObject({ name: "DatabaseError" });
  // A place where nobody can write, root included.
  expect(await failureOf(database("/proc/calls.duckdb"))).toMatchObject({ name: "DatabaseError" });
});

type Phase = "onProgress" | "onIndex";
test.each<Phase>(["onProgress", "onIndex"])(
  "told to stop at %s it ends with the signal's reason, and leaves no file",
  async (phase) => {
    const stop = new AbortController();
    const reason = new Error("enough");
    const request: OpenDatabaseRequest = {
      file,
      sampleRecords: 30_000,
      timeZone: TIME_ZONE,
      signal: stop.signal,
      [phase]: () => stop.abort(reason),
    };
    expect(await failureOf(openEmbeddedDatabase(request))).toBe(reason);
    expect(readdirSync(folder)).toEqual([]);
    const inMemory = { ...request, file: undefined, signal: AbortSignal.abort(reason) };
    expect(await failureOf(openEmbeddedDatabase(inMemory))).toBe(reason);
  },
);

test("a signal while the sample is made ends the process promptly, with nothing half made", async () => {
  const command = fileURLToPath(new URL("upstream-command.ts", import.meta.url));
  const args = ["--import", "tsx", "--import", CLOCK, command, "--database", file];
  const child = spawn(process.execPath, args, {
    env: {
      PATH: "/usr/bin:/bin",
      SAMPLE_RECORDS: "10000000",
      TEST_CLOCK: new Date().toISOString(),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (said += text));
  const exited = once(child, "exit");
  while (!/^Sample calls: [\d,]+ of 10,000,000/.test(said) && child.exitCode === null)
    await sleep(20);
  expect(existsSync(`${file}.new`)).toBe(true);
  child.kill("SIGTERM");
  expect(await exited).toEqual([0, null]);
  expect(said.trim().split("\n")).toHaveLength(1);
  expect(readdirSync(folder)).toEqual([]);
});
