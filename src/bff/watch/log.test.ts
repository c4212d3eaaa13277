import { spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { PROJECT_ROOT } from "#process/project-paths.ts";
import { createLog } from "./log.ts";

test("of a database's error its kind is logged, and not what it quotes", () => {
  const stream = new PassThrough();
  const err = new Error("failed", {
    cause: new Error("IO Error: Corrupt database file: 13800138000"),
  });
  createLog({ logLevel: "warn" }, stream).error({ err }, "the upstream failed");
  const line = String(stream.read());
  expect(JSON.parse(line)).toMatchObject({ err: { cause: { kind: "IO Error" } } });
  expect(line).not.toMatch(/13800138000|Corrupt/);
});

test.runIf(existsSync("/dev/full"))("a log that cannot be written ends nothing", () => {
  const script = `
    import { setTimeout as sleep } from "node:timers/promises";
    import { createLog } from "#bff/watch/log.ts";
    createLog({ logLevel: "warn" }).warn("one");
    await sleep(20);
    console.error("alive");`;
  const full = openSync("/dev/full", "w");
  const { stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "--eval", script],
    { cwd: PROJECT_ROOT, stdio: ["ignore", full, "pipe"], encoding: "utf8" },
  );
  closeSync(full);
  expect(stderr).toBe("alive\n");
});
