import { expect, test as base, type BrowserContext, type Page } from "playwright/test";
import { startServer, type RunningServer } from "./start-server.ts";
import { setPageClock } from "../clock/page-clock.ts";

interface TestFixtures {
  /**
   * Console errors that the test provokes on purpose, such as the browser's own line about a 502.
   * Any other console error, page error or refusal by the content security policy fails the test.
   */
  expectedErrors: RegExp | undefined;
  /**
   * Whether the test moves the time of its page itself: `page.clock.install({ time: server.now() })`.
   * Playwright's clock reads the browser's own to know how long it has stood.
   */
  movesTime: boolean;
  /** A page of a browser that has never been here: no storage, no cache. */
  freshPage: Page;
}

/** What a page without a network says in its console: of requests, and of code that was to come late. */
export const OFFLINE_ERRORS =
  /^(?!Uncaught).*(ERR_INTERNET_DISCONNECTED|Failed to fetch|Could not be fetched)/;

interface WorkerFixtures {
  /** What the server is configured with, on top of {@link SAMPLE}. */
  serverEnv: Readonly<Record<string, string>>;
  /** Shared by all tests of a worker that have the same `serverEnv`. */
  server: RunningServer;
}

/** A database to run on instead, by one worker: `E2E_DATABASE=file npx playwright … --workers=1`. */
const DATABASE = process.env["E2E_DATABASE"];

/** Small enough to be there in a second, large enough for many pages. */
const SAMPLE =
  DATABASE === undefined
    ? { SAMPLE_RECORDS: "20000", SAMPLE_SEED: "7" }
    : { EMBEDDED_DATABASE: DATABASE };

/** Errors of every page of a context, as they come. */
function collectErrors(context: BrowserContext): string[] {
  const errors: string[] = [];
  // Refusals by the content security policy arrive here too: the browser logs each as an error.
  context.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  context.on("weberror", (error) => errors.push(`Uncaught ${String(error.error())}`));
  return errors;
}

function unexpected(errors: readonly string[], expected: RegExp | undefined): readonly string[] {
  return errors.filter((error) => expected?.test(error) !== true);
}

/** The real server on generated calls, and pages that must not fail in silence. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  serverEnv: [{}, { option: true, scope: "worker" }],
  server: [
    async ({ serverEnv }, use) => {
      const server = await startServer({ ...SAMPLE, ...serverEnv });
      await use(server);
      const exitCode = await server.stop();
      expect(exitCode, `the server's end:\n${server.output()}`).toBe(0);
    },
    { scope: "worker" },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  expectedErrors: [undefined, { option: true }],
  movesTime: [false, { option: true }],

  context: async ({ context, server, expectedErrors, movesTime }, use) => {
    if (!movesTime) await setPageClock(context, server);
    const errors = collectErrors(context);
    await use(context);
    expect(unexpected(errors, expectedErrors), "errors in the browser").toEqual([]);
  },
  freshPage: async ({ browser, server, expectedErrors }, use) => {
    const context = await browser.newContext();
    await setPageClock(context, server);
    const errors = collectErrors(context);
    await use(await context.newPage());
    await context.close();
    expect(unexpected(errors, expectedErrors), "errors in the fresh browser").toEqual([]);
  },
});

/** With instances on which the upstream fails: of all that use it, for each `test.use` of one's own starts a server. */
export const faultsTest = test.extend({
  serverEnv: [{ EMBEDDED_FAULTS: "true" }, { scope: "worker" }],
});

export { expect };
