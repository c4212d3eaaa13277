import { mkdtempSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "playwright/test";
import { startServer } from "../kit/start-server.ts";

const SAMPLE = { SAMPLE_RECORDS: "500" };

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "callscope-audit-"));
});
test.afterEach(() => rmSync(folder, { recursive: true }));

const linesOf = (path: string) => readFileSync(path, "utf8").trimEnd().split("\n");

test("the audit log is a file of its own, opened anew when told so", async () => {
  const path = join(folder, "audit.jsonl");
  const server = await startServer({ ...SAMPLE, AUDIT_FILE: path });
  const search = () => fetch(`${server.url}/api/records?range=last30d`);
  expect((await search()).status).toBe(200);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  renameSync(path, `${path}.1`);
  await search();
  expect(linesOf(`${path}.1`)).toHaveLength(2);
  process.kill(server.pid, "SIGHUP");
  await expect(async () => {
    await search();
    expect(linesOf(path).length).toBeGreaterThan(0);
  }).toPass();
  expect(server.output()).not.toContain("records.search");
  expect(await server.stop()).toBe(0);
});

test("a path that cannot be written stops the start, without a stack", async () => {
  const starting = startServer({ ...SAMPLE, AUDIT_FILE: folder });
  const message = String(await starting.catch((reason: unknown) => reason));
  expect(message).toContain(`AUDIT_FILE: "${folder}" cannot be written (EISDIR)`);
  expect(message).not.toMatch(/\bat file:|\.ts:\d/);
});
