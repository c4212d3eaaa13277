import { defineConfig } from "playwright/test";
import { TEST_INSTANT } from "./clock/test-instant.ts";
import { CHROMIUM_ARGS, findChromium } from "./kit/chromium.ts";

// Every server that a test starts begins at this instant. A database of one's own (server-fixture.ts)
// ends when it was made, and is looked at today.
process.env["TEST_CLOCK"] ??= new Date(
  process.env["E2E_DATABASE"] === undefined ? TEST_INSTANT : Date.now(),
).toISOString();

const executablePath = findChromium();

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.e2e.ts",
  // Playwright empties this folder at its start, so the reports lie beside it.
  outputDir: "../test-results/e2e",
  reporter: [["list"], ["json", { outputFile: "../test-results/e2e.json" }]],
  // Three are no faster on two cores, and each then waits for the others.
  workers: 2,
  retries: 0,
  // Generous, since machines differ: no test is about time.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  use: {
    locale: "zh-CN",
    // Deliberately not the TIME_ZONE of the server (Asia/Shanghai), so that an instant shown in the
    // browser's own zone is seen to be wrong.
    timezoneId: "America/New_York",
    // Nothing is pressed while it is still moving.
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: { args: CHROMIUM_ARGS, ...(executablePath && { executablePath }) },
    screenshot: "only-on-failure",
    // Recorded for what passes too, it would cost a fifth of the run: `--trace on` when looking closer.
    trace: "off",
  },
});
