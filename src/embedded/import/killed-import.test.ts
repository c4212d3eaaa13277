import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openEmbeddedDatabase } from "#embedded/open-database.ts";
import { importFiles } from "./import-files.ts";

const KILLS = 5;
const LINES = 3_000;

let folder: string;
let database: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "callscope-"));
  database = join(folder, "data", "calls.duckdb");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function writeLines(name: string, contactIds: readonly string[]): string {
  const path = join(folder, name);
  const lines = contactIds.map((ContactId) =>
    JSON.stringify({ ContactId, InstanceId: "ccc-test", StartTime: 1_795_658_400_000 }),
  );
  writeFileSync(path, lines.join("\n"));
  return path;
}

/** Imports in another process, which says how far it is. */
function importElsewhere(path: string): ChildProcess {
  const script = `
    import { importFiles } from "#embedded/import/import-files.ts";
    console.log("started");
    await importFiles([${JSON.stringify(path)}], ${JSON.stringify(database)});
    console.log("done");
    setInterval(() => {}, 1000);`;
  return spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

async function countStored(): Promise<number> {
  const opened = await openEmbeddedDatabase({
    file: database,
    sampleRecords: 0,
    timeZone: "Asia/Shanghai",
  });
  try {
    const reader = await opened.run({ text: "SELECT count(*) FROM records", params: [] });
    return Number(reader.getRows()[0]?.[0]);
  } finally {
    await opened.close();
  }
}

/** @returns how long an import takes from its start to its end, ms */
async function measureImport(path: string): Promise<number> {
  const child = importElsewhere(path);
  const exited = once(child, "exit");
  let startedAt = 0;
  for await (const said of child.stdout ?? []) {
    if (String(said).includes("done")) break;
    startedAt = performance.now();
  }
  const tookMs = performance.now() - startedAt;
  child.kill("SIGKILL");
  await exited;
  return tookMs;
}

test("killed at any moment, an import leaves what was there before, or all of the new", async () => {
  const old = writeLines("old.jsonl", ["old"]);
  const path = writeLines(
    "new.jsonl",
    Array.from({ length: LINES }, (_unused, index) => `new-${index}`),
  );
  const tookMs = await measureImport(path);
  for (let kill = 0; kill < KILLS; kill += 1) {
    rmSync(database, { force: true });
    await importFiles([old], database);
    const delay = Math.random() * tookMs * 1.1;
    const child = importElsewhere(path);
    const exited = once(child, "exit");
    const isBegun = child.stdout === null ? exited : once(child.stdout, "data");
    const failed = exited.then(() => Promise.reject(new Error("It ended before it was killed.")));
    await Promise.race([isBegun, failed]);
    failed.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, delay));
    child.kill("SIGKILL");
    await exited;
    expect([1, LINES + 1], `killed after ${delay} ms`).toContain(await countStored());
  }
  // Whatever the killed ones left behind does not stand in the way.
  expect(await importFiles([path], database)).toMatchObject({ total: LINES + 1 });
  expect(readdirSync(join(folder, "data"))).toEqual(["calls.duckdb"]);
});
