import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockFile } from "./lock-file.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "callscope-lock-"));
  file = join(folder, "calls.duckdb");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("the right to write a file is taken, and given back", async () => {
  const unlock = await lockFile(file);
  expect(existsSync(`${file}.lock`)).toBe(true);
  await unlock();
  expect(existsSync(`${file}.lock`)).toBe(false);
});

test("while another process has it, it is refused; once that is gone, it is free", async () => {
  const other = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"]);
  writeFileSync(`${file}.lock`, String(other.pid));
  await expect(lockFile(file)).rejects.toMatchObject({ code: "database_in_use" });
  other.kill("SIGKILL");
  await once(other, "exit");
  const unlock = await lockFile(file);
  await unlock();
});
