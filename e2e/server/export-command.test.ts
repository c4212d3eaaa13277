import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { csvTable } from "#sheet/sheet-reading.kit.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "callscope-export-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const SAMPLE = { EMBEDDED_DATABASE: ":memory:", SAMPLE_RECORDS: "3000", SAMPLE_SEED: "export" };

function begin(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, ["--import", "tsx", "src/export-command.ts", ...args], {
    env: { ...process.env, ...SAMPLE, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, "close").then(([code]) => ({ code: code as number, said }));
  return { child, ended, said: () => said };
}

test("all calls of a link are in the file, and what is wrong is said without one", async () => {
  const out = join(folder, "all.csv");
  const link = "http://127.0.0.1:8080/?range=all&type=Inbound&record=x#top";
  const { code, said } = await begin(["--view", link, "--out", out, "--locale", "en-US"]).ended;
  expect(code, said).toBe(0);
  const [, written = "", total] = /: ([\d,]+) of ([\d,]+) records\./.exec(said) ?? [];
  expect(written).toBe(total);
  const { rows } = csvTable(readFileSync(out));
  expect(rows).toHaveLength(Number(written.replace(",", "")));
  expect(rows.length).toBeGreaterThan(500);
  expect(new Set(rows.map(([, type]) => type))).toEqual(new Set(["Inbound"]));

  const bad = await begin(["--view", "?sort=nothing", "--out", join(folder, "bad.xlsx")]).ended;
  expect(bad).toMatchObject({ code: 1, said: expect.stringContaining("(sort)") });
  expect(readdirSync(folder)).toEqual(["all.csv"]);
});

test("an export that is interrupted leaves no file", async () => {
  const { child, ended, said } = begin(["--view", "?range=all", "--out", join(folder, "cut.csv")], {
    EMBEDDED_CALLS_PER_SECOND: "2",
  });
  while (!readdirSync(folder).includes("cut.csv.part")) {
    expect(child.exitCode, said()).toBeNull();
    await sleep(50);
  }
  child.kill("SIGINT");
  expect(await ended).toMatchObject({
    code: 130,
    said: expect.stringContaining("Interrupted. No file was written."),
  });
  expect(readdirSync(folder)).toEqual(["all.csv"]);
});
