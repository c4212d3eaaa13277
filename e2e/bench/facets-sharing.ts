import type { Browser, Page } from "playwright";
import { countsAreIn } from "./facets-page.ts";
import { startServer } from "../kit/start-server.ts";

const SUPERVISORS = 20;
const GOAL_RATIO = 1.2;
const PATIENCE_MS = 180_000;

const CALLS =
  /^callscope_upstream_call_duration_seconds_count\{.*operation="ListCallDetailRecords".*\} (\d+)$/gm;

async function upstreamCalls(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return [...text.matchAll(CALLS)].reduce((sum, [, calls]) => sum + Number(calls), 0);
}

/** Upstream calls until all of so many readers have seen the whole screen. */
async function callsOf(browser: Browser, readers: number, view: string): Promise<number> {
  const server = await startServer({ SAMPLE_RECORDS: "100000", SAMPLE_SEED: "4" });
  try {
    const contexts = await Promise.all(
      Array.from({ length: readers }, () => browser.newContext({ baseURL: server.url })),
    );
    // So many browsers at once keep two cores busy for a while.
    for (const context of contexts) context.setDefaultTimeout(PATIENCE_MS);
    const pages: Page[] = await Promise.all(contexts.map((context) => context.newPage()));
    await Promise.all(pages.map((page) => page.goto(view)));
    await Promise.all(pages.map((page) => countsAreIn(page)));
    const calls = await upstreamCalls(server.url);
    await Promise.all(contexts.map((context) => context.close()));
    return calls;
  } finally {
    await server.stop();
  }
}

/** What many readers of the same view cost upstream, compared with one. */
export async function measureSharing(browser: Browser): Promise<void> {
  const rows: Record<string, Record<string, string>> = {};
  for (const view of ["/?range=yesterday", "/?range=last7d"]) {
    const one = await callsOf(browser, 1, view);
    const many = await callsOf(browser, SUPERVISORS, view);
    rows[view] = { one: `${one}`, many: `${many}`, ratio: (many / one).toFixed(2) };
  }
  console.log(
    `\nUpstream calls of one reader and of ${SUPERVISORS} at the same time (goal: ${GOAL_RATIO} times or less)`,
  );
  console.table(rows);
}
