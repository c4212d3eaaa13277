import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readReport } from "./test-reports.ts";

const VITEST = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [{ status: "passed", assertionResults: [{}, {}, {}] }],
};
const PLAYWRIGHT = { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 2 } };

/** Reads a report with this content; undefined leaves none behind. */
function read(runner: "vitest" | "playwright", content: unknown, exitCode: number | null = 0) {
  const folder = mkdtempSync(join(tmpdir(), "callscope-report-"));
  try {
    const file = join(folder, "report.json");
    const text = typeof content === "string" ? content : JSON.stringify(content);
    if (content !== undefined) writeFileSync(file, text);
    return readReport(runner, file, exitCode);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("the counts are the runner's own, skipped tests among them", () => {
  expect(read("vitest", VITEST)).toEqual({ passed: 3, failed: 0, skipped: 2 });
  expect(read("playwright", PLAYWRIGHT)).toEqual({ passed: 3, failed: 0, skipped: 2 });
});

test("failed tests are counted, and a flaky one has failed", () => {
  expect(read("vitest", { ...VITEST, numFailedTests: 2 }, 1)).toMatchObject({ failed: 2 });
  const stats = { ...PLAYWRIGHT.stats, unexpected: 2, flaky: 1 };
  expect(read("playwright", { stats }, 1)).toMatchObject({ passed: 3, failed: 3 });
});

test("a test file that cannot be loaded is a failure", () => {
  const testResults = [...VITEST.testResults, { status: "failed", assertionResults: [] }];
  expect(read("vitest", { ...VITEST, testResults }, 1)).toMatchObject({ passed: 3, failed: 1 });
});

test("a missing or unreadable report is a failure", () => {
  for (const content of [undefined, "", "{", {}, []]) {
    expect(read("vitest", content)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 0,
      note: "left no readable report",
    });
  }
});

test("a run without a test is a failure, even if all were skipped", () => {
  const none = { ...VITEST, numPassedTests: 0 };
  expect(read("vitest", none)).toMatchObject({ failed: 1, skipped: 2, note: "ran no test" });
  const stats = { ...PLAYWRIGHT.stats, expected: 0 };
  expect(read("playwright", { stats })).toMatchObject({ failed: 1, note: "ran no test" });
});

test("a bad end that no failed test explains is a failure", () => {
  expect(read("vitest", VITEST, 1)).toMatchObject({ passed: 3, failed: 1 });
  expect(read("playwright", PLAYWRIGHT, null)).toMatchObject({ passed: 3, failed: 1 });
});
