import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { API_VERSION } from "#contract/upstream/envelope.ts";
import { signAcs3 } from "#signing/acs3.ts";

// The two commands as they are started: by Node, through tsx, with arguments and environment.

const CLOCK = fileURLToPath(new URL("../../e2e/clock/process-clock.ts", import.meta.url));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "callscope-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Running {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly exited: Promise<number | null>;
}

function run(command: string, args: readonly string[], env: Record<string, string> = {}): Running {
  const path = fileURLToPath(new URL(command, import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", "--import", CLOCK, path, ...args], {
    // Nothing of whoever runs the tests: no keys, no settings. Its clock stands where ours does, for
    // what is signed here is verified there.
    env: { PATH: "/usr/bin:/bin", TEST_CLOCK: new Date().toISOString(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (data: Buffer) => (said += data.toString()));
  const exited = once(child, "exit").then(([code]) => (typeof code === "number" ? code : null));
  return { child, said: () => said, exited };
}

async function heard(running: Running, words: RegExp): Promise<RegExpExecArray> {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = words.exec(running.said());
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`It did not say ${words}, but: ${running.said()}`);
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

async function listInstances(url: string, accessKeyId: string, accessKeySecret: string) {
  const { host } = new URL(url);
  const signed = signAcs3({
    method: "POST",
    host,
    query: { PageNumber: "1", PageSize: "10" },
    action: "ListInstances",
    version: API_VERSION,
    credentials: { accessKeyId, accessKeySecret },
    now: Date.now(),
    nonce: randomUUID(),
  });
  const { host: _host, ...headers } = signed.headers;
  return fetch(url + signed.url, { method: "POST", headers });
}

test("the upstream makes a key pair, says where it listens, and ends on a signal", async () => {
  const upstream = run("upstream-command.ts", [], { SAMPLE_RECORDS: "50" });
  const [, url = ""] = await heard(upstream, /(http:\/\/127\.0\.0\.1:\d+)/);
  const [, secret = ""] = await heard(upstream, /ALIBABA_CLOUD_ACCESS_KEY_SECRET=(\w+)/);
  const [, id = ""] = await heard(upstream, /ALIBABA_CLOUD_ACCESS_KEY_ID=(\w+)/);
  expect((await listInstances(url, id, secret)).status).toBe(200);
  expect((await listInstances(url, id, "guess")).status).toBe(400);
  upstream.child.kill("SIGTERM");
  expect(await upstream.exited).toBe(0);
}, 60_000);

test("imported records are what the upstream then serves, to the key pair it is given", async () => {
  const file = join(folder, "a.jsonl");
  const database = join(folder, "calls.duckdb");
  writeFileSync(
    file,
    '{"ContactId":"a","InstanceId":"ccc-mine","StartTime":1789005600000,"Extra":2}\n',
  );
  const imported = run("import-command.ts", [file, "--database", database]);
  expect(await imported.exited).toBe(0);
  expect(imported.said()).toMatch(
    /Extra\n1 records read in .* a second\.\nThe calls are from 2026-09-10 10:00 to 2026-09-10 10:00 Asia\/Shanghai\.\n.* 1 records of instance ccc-mine/,
  );

  // Phone numbers are nobody else's.
  expect(statSync(database).mode & 0o077).toBe(0);

  const upstream = run("upstream-command.ts", ["--database", database], {
    ALIBABA_CLOUD_ACCESS_KEY_ID: "LTAIown",
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: "own-secret",
  });
  const [, url = ""] = await heard(upstream, /(http:\/\/127\.0\.0\.1:\d+)/);
  await heard(upstream, /ACCESS_KEY_ID=LTAIown\n/);
  expect(upstream.said()).not.toContain("own-secret");
  const reply = await listInstances(url, "LTAIown", "own-secret");
  expect(await reply.json()).toMatchObject({ Data: { List: [{ Id: "ccc-mine" }] } });

  const second = run("import-command.ts", [file, "--database", database]);
  expect(await second.exited).toBe(1);
  expect(second.said()).toContain("is in use by another process");
  upstream.child.kill("SIGINT");
  expect(await upstream.exited).toBe(0);
}, 60_000);

test("files of several formats are counted one by one, and a bad record has its place", async () => {
  const lines = join(folder, "several.jsonl");
  const table = join(folder, "several.csv");
  writeFileSync(lines, '{"ContactId":"a","InstanceId":"i","StartTime":1789005600000}\n');
  writeFileSync(table, "ContactId,InstanceId,StartTime\nb,i,1789005600000\na,i,1789005600001\n");
  const imported = run("import-command.ts", [
    lines,
    table,
    "--database",
    join(folder, "several.duckdb"),
  ]);
  expect(await imported.exited).toBe(0);
  expect(imported.said()).toContain(`  1 from ${lines}\n  2 from ${table}\n3 records read in `);
  expect(imported.said()).toMatch(/holds 2 records of instance i; 1 were replaced\.\n$/);
  expect(imported.said()).not.toContain("later than now");

  // By a clock that stands before the calls.
  const early = run("import-command.ts", [lines, "--database", join(folder, "early.duckdb")], {
    TEST_CLOCK: new Date(1_789_005_599_000).toISOString(),
  });
  expect(await early.exited).toBe(0);
  expect(early.said()).toContain("Some begin later than now, and are not shown before");

  writeFileSync(table, 'ContactId,InstanceId,StartTime\n"b\n",i,1789005600000\na,i,soon\n');
  const refused = run("import-command.ts", [lines, table, "--database", join(folder, "none")]);
  expect(await refused.exited).toBe(1);
  expect(refused.said()).toContain(`  ${table}:4: StartTime must be`);
}, 60_000);

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)(
  "an import that is ended by %s leaves nothing and says so",
  async (signal, code) => {
    const home = mkdtempSync(join(folder, "signal-"));
    const file = join(home, "many.jsonl.gz");
    const many = Array.from(
      { length: 300_000 },
      (_unused, at) =>
        `{"ContactId":"${at}","InstanceId":"i","StartTime":${1_789_005_600_000 + at}}\n`,
    );
    writeFileSync(file, gzipSync(many.join("")));
    const database = join(home, "calls.duckdb");
    const running = run("import-command.ts", [file, "--database", database], { TMPDIR: home });
    await until(() => existsSync(`${database}.new`) || running.child.exitCode !== null);
    running.child.kill(signal);
    expect(await running.exited).toBe(code);
    expect(running.said()).toBe("Interrupted. Nothing was imported.\n");
    const left = readdirSync(home).filter((name) => /^(calls|callscope)/.test(name));
    expect(left).toEqual([]);
  },
  60_000,
);

test("a bad line, option or variable ends with one and says what to mend", async () => {
  const file = join(folder, "bad.jsonl");
  writeFileSync(file, "{\n");
  const runs = [
    run("import-command.ts", [file, "--database", join(folder, "none.duckdb")]),
    run("import-command.ts", []),
    run("import-command.ts", ["--what"]),
    run("import-command.ts", [file, "--database", folder]),
    run("import-command.ts", [file, "--database", join(file, "x", "y")]),
    run("upstream-command.ts", ["--port", "99999"]),
    run("upstream-command.ts", [], { TIME_ZONE: "Mars", ALIBABA_CLOUD_ACCESS_KEY_ID: "x" }),
    run("upstream-command.ts", ["--database", file]),
    run("import-command.ts", [file, "--database", ":memory:"]),
  ];
  expect(await Promise.all(runs.map(({ exited }) => exited))).toEqual(runs.map(() => 1));
  const said = runs.map((one) => one.said());
  expect(said[0]).toBe(
    `1 line is not a call record in the provider's form.\n  ${file}:1: is not JSON: it is never closed\nNothing was imported.\n`,
  );
  expect(said[1]).toMatch(/^Usage: npm run import/);
  expect(said[2]).toMatch(/--what.*\nUsage: npm run import/);
  expect(said[3]).toBe(`${folder} is a folder, not a database.\n`);
  expect(said[4]).toContain("part of its path is a file, not a folder.");
  expect(said[5]).toMatch(/^--port takes a number/);
  expect(said[6]).toMatch(/TIME_ZONE: must be.*\n.*ACCESS_KEY_SECRET: is missing/);
  expect(said[7]).toMatch(/is not a Callscope database/);
  expect(said[8]).toBe("What is imported into memory is gone at once: name a file.\n");
  for (const words of said) expect(words).not.toMatch(/\n\s+at /);
}, 30_000);
