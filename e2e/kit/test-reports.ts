import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

/** What a step of the tests came to; `note` says what its own output may not. */
export type Outcome = { passed: number; failed: number; skipped: number; note?: string };

const VITEST_REPORT = z
  .object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    numPendingTests: z.number(),
    numTodoTests: z.number(),
    testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
  })
  .transform((report): Outcome => {
    // A file that cannot be loaded has no tests to fail.
    const unloaded = report.testResults.filter(
      ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
    ).length;
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloaded,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  });

const PLAYWRIGHT_REPORT = z
  .object({
    stats: z.object({
      expected: z.number(),
      unexpected: z.number(),
      flaky: z.number(),
      skipped: z.number(),
    }),
  })
  .transform(
    // A flaky test is one that failed: there are no retries to excuse it.
    ({ stats }): Outcome => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      skipped: stats.skipped,
    }),
  );

const REPORTS = { vitest: VITEST_REPORT, playwright: PLAYWRIGHT_REPORT };

/**
 * Reads the JSON report of a runner that has ended with `exitCode` (null if a signal ended it). A
 * missing or unreadable report, a run without any test, and a bad exit code that no failed test
 * explains each count as one failure.
 */
export function readReport(
  runner: keyof typeof REPORTS,
  file: string,
  exitCode: number | null,
): Outcome {
  const outcome = parseReport(runner, file);
  if (outcome === undefined) return aFailure("left no readable report");
  if (outcome.passed + outcome.failed === 0) {
    return { ...aFailure("ran no test"), skipped: outcome.skipped };
  }
  if (exitCode !== 0 && outcome.failed === 0) {
    return { ...outcome, failed: 1, note: `ended with code ${exitCode} though no test failed` };
  }
  return outcome;
}

function parseReport(runner: keyof typeof REPORTS, file: string): Outcome | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return REPORTS[runner].safeParse(JSON.parse(readFileSync(file, "utf8"))).data;
  } catch {
    return undefined;
  }
}

function aFailure(note: string): Outcome {
  return { passed: 0, failed: 1, skipped: 0, note };
}
