import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { EmbeddedDatabase } from "#embedded/database/database.ts";
import { createDuckDbStore } from "#embedded/duckdb-store.ts";
import { openEmbeddedDatabase } from "#embedded/open-database.ts";
import { startTestUpstream } from "#upstream/upstream.kit.ts";

const KILLS = 5;
const SAMPLE = 400;
/** No process lives so long: the clock of the next begins where no other has been. */
const HOUR_MS = 3_600_000;
const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "callscope-kill-"));
  file = join(folder, "calls.duckdb");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open = () => openEmbeddedDatabase({ file, sampleRecords: SAMPLE, timeZone: "Asia/Shanghai" });

/**
 * A process that adds calls as fast as it can, and tells of each once it is in. Its clock goes on from
 * the instant that it is given: calls that end at one instant are few.
 */
const SCRIPT = `
  import { openUpstream } from "#embedded/open-upstream.ts";
  import { startLiveCalls } from "#embedded/live/live-calls.ts";
  const now = () => Number(process.argv[2]) + Math.floor(performance.now());
  const { database } = await openUpstream({
    file: process.argv[1],
    sampleRecords: ${SAMPLE},
    timeZone: "Asia/Shanghai",
    accessKeys: [],
    now,
    port: 0,
    faults: false,
    onLiveFailure: (error) => { throw error; },
  });
  await startLiveCalls({
    database,
    origin: { records: ${SAMPLE}, seed: "callscope" },
    meanSeconds: 0.001,
    timeZone: "Asia/Shanghai",
    now,
    onCall: (contactId) => console.log(contactId),
    onFailure: (error) => { throw error; },
  });`;

/** @returns the calls that it said were in when it was killed */
async function runAndKill(from: number, afterCalls: number, afterMs: number): Promise<string[]> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "-e", SCRIPT, file, String(from)],
    { cwd: ROOT, env: { PATH: "/usr/bin:/bin" }, stdio: ["ignore", "pipe", "inherit"] },
  );
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
  const exited = once(child, "exit");
  while (said.split("\n").length <= afterCalls && child.exitCode === null) await sleep(5);
  await sleep(afterMs);
  child.kill("SIGKILL");
  const [, signal] = await exited;
  expect(signal).toBe("SIGKILL");
  // The last line may be cut off by the kill.
  return said.split("\n").slice(0, -1);
}

async function read(database: EmbeddedDatabase, text: string, ...params: string[]) {
  return (await database.run({ text, params })).getRows();
}

/** What must hold of the file however its last process ended. */
async function expectSound(database: EmbeddedDatabase, acknowledged: readonly string[]) {
  const stored = (await read(database, "SELECT ContactId FROM records")).map(([id]) => String(id));
  const ids = new Set(stored);
  expect(ids.size).toBe(stored.length);
  expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
  // At each kill at most one call was in that had not been told of.
  expect(stored.length - SAMPLE - acknowledged.length).toBeGreaterThanOrEqual(0);
  expect(stored.length - SAMPLE - acknowledged.length).toBeLessThanOrEqual(KILLS);
  const half = "ReleaseTime IS NULL OR CallingNumber IS NULL OR RecordingReady IS NULL";
  expect(await read(database, `SELECT ContactId FROM records WHERE ${half}`)).toEqual([]);
  for (const id of stored) {
    // The first is answered by the index, the second by looking at every row.
    const found = await read(database, "SELECT rowid FROM records WHERE ContactId = $1", id);
    expect(found).toHaveLength(1);
    const text = "SELECT rowid FROM records WHERE ContactId || '' = $1";
    expect(found).toEqual(await read(database, text, id));
  }
}

test("killed at any moment, every call that was acknowledged is in the file, once and whole", async () => {
  await (await open()).close();
  const acknowledged: string[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    // The first kills come while it starts, the others while it writes.
    const isEarly = kill < 2;
    const killed = runAndKill(
      Date.now() + kill * HOUR_MS,
      isEarly ? 0 : 1 + kill,
      Math.random() * (isEarly ? 1_500 : 120),
    );
    acknowledged.push(...(await killed));
    if (kill % 3 === 2) continue;
    const database = await open();
    await expectSound(database, acknowledged);
    await database.close();
    expect(existsSync(`${file}.wal`)).toBe(false);
  }
  expect(acknowledged.length).toBeGreaterThan(KILLS);

  const database = await open();
  await expectSound(database, acknowledged);
  const upstream = await startTestUpstream({ store: createDuckDbStore(database) });
  const { body } = await upstream.call({
    InstanceId: "ccc-sample",
    PageNumber: "1",
    PageSize: "10",
    ContactId: acknowledged.findLast((id) => id.startsWith("job-1")) ?? "",
  });
  expect(body.Data.TotalCount).toBe(1);
  await upstream.close();
  await database.close();
}, 180_000);

test("the log beside the file does not grow for ever", async () => {
  const database = await open();
  const [template] = (await read(database, "SELECT ContactId FROM records LIMIT 1"))[0] ?? [];
  let largest = 0;
  const call = {
    instanceId: "ccc-sample",
    startTime: Date.now(),
    releaseTime: Date.now(),
    callingNumber: "15400001234",
    recordingReady: false,
    callIds: "x".repeat(2_000),
  };
  // A megabyte a round, twice as much in all as DuckDB lets the log grow.
  for (let round = 0; round < 32; round += 1) {
    await database.append(
      Array.from({ length: 500 }, (_unused, index) => ({
        ...call,
        contactId: `${String(template)}-${round}-${index}`,
      })),
    );
    if (existsSync(`${file}.wal`)) largest = Math.max(largest, statSync(`${file}.wal`).size);
  }
  const end = existsSync(`${file}.wal`) ? statSync(`${file}.wal`).size : 0;
  expect(largest).toBeGreaterThan(5_000_000);
  expect(largest).toBeLessThan(25_000_000);
  expect(end).toBeLessThan(25_000_000);
  await database.close();
}, 60_000);
