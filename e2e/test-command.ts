import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { OXLINT_ARGUMENTS } from "./house/oxlint-arguments.ts";
import { findOrInstallChromium } from "./kit/chromium.ts";
import { installNginx } from "./kit/nginx.ts";
import { readReport, type Outcome } from "./kit/test-reports.ts";

// The whole of `npm test`; `npm test -- unit e2e` runs the named steps alone. A failed step does not
// stop the ones behind it, so that one run shows all that is wrong.

const ROOT = join(import.meta.dirname, "..");
const RESULTS = join(ROOT, "test-results");

/** Steps in their order: attacks and e2e run on what build has made. */
const STEPS: Readonly<Record<string, () => Promise<Outcome>>> = {
  types: () => check("typescript/bin/tsc"),
  lint: async () => ofExitCode(await runNode(OXLINT_ARGUMENTS)),
  format: () => check("oxfmt/bin/oxfmt", "--check", "."),
  "dead-code": () => check("knip/bin/knip.js"),
  build: () => check("vite/bin/vite.js", "build"),
  unit: () => {
    const report = freshReport("unit.json");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    return runner("vitest", report, ["vitest/vitest.mjs", "run", ...reporters]);
  },
  e2e: async () => {
    const report = freshReport("e2e.json");
    const env = { CHROMIUM_PATH: await findOrInstallChromium() };
    await installNginx();
    const args = ["playwright/cli.js", "test", "-c", "e2e/playwright.config.ts"];
    return runner("playwright", report, args, env);
  },
};

process.exitCode = await main(process.argv.slice(2));

async function main(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !(name in STEPS));
  if (unknown.length > 0) {
    console.error(`No such step: ${unknown.join(", ")}. Steps: ${Object.keys(STEPS).join(", ")}.`);
    return 2;
  }
  const chosen = Object.entries(STEPS).filter(
    ([name]) => names.length === 0 || names.includes(name),
  );
  const lines: string[] = [];
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const [name, step] of chosen) {
    console.log(`\n── ${name} ${"─".repeat(76 - name.length)}`);
    const startedAt = performance.now();
    const outcome = await step().catch(ofError);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    lines.push(lineOf(name, seconds, outcome));
    console.log(lines.at(-1));
    total.passed += outcome.passed;
    total.failed += outcome.failed;
    total.skipped += outcome.skipped;
  }
  console.log(`\n── all ${"─".repeat(73)}\n${lines.join("\n")}\n`);
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.failed > 0 ? 1 : 0;
}

function lineOf(name: string, seconds: string, { passed, failed, skipped, note }: Outcome): string {
  const tests = passed + failed + skipped;
  const counts = [
    ...(tests > 1 ? [`${passed} of ${tests} passed`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(note === undefined ? [] : [note]),
  ];
  const verdict = failed > 0 ? "FAILED" : "ok";
  return `${verdict.padEnd(7)}${name.padEnd(10)}${seconds.padStart(6)} s  ${counts.join(", ")}`.trimEnd();
}

/** A tool that either passes or not: one check. */
async function check(script: string, ...args: string[]): Promise<Outcome> {
  return ofExitCode(await runNode([join("node_modules", script), ...args]));
}

/** A test runner, whose own counts are taken from its report. */
async function runner(
  kind: "vitest" | "playwright",
  report: string,
  [script = "", ...args]: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const exitCode = await runNode([join("node_modules", script), ...args], env);
  return readReport(kind, report, exitCode);
}

/** A report's path, the report of an earlier run removed, lest it be taken for this one's. */
function freshReport(name: string): string {
  const path = join(RESULTS, name);
  rmSync(path, { force: true });
  return path;
}

/** Runs node in the project, output shown; resolves with its exit code, null if a signal ended it. */
function runNode(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number | null> {
  return new Promise((resolve, reject) => {
    spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ["ignore", "inherit", "inherit"],
    })
      .once("error", reject)
      .once("exit", resolve);
  });
}

function ofExitCode(exitCode: number | null): Outcome {
  return exitCode === 0
    ? { passed: 1, failed: 0, skipped: 0 }
    : { passed: 0, failed: 1, skipped: 0 };
}

function ofError(error: unknown): Outcome {
  const note = error instanceof Error ? error.message : String(error);
  return { passed: 0, failed: 1, skipped: 0, note };
}
