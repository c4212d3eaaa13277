import type { Browser } from "playwright";
import { besideBaseline } from "./baseline/beside-baseline.ts";
import { quantile } from "./measure.ts";
import { LOADED_ROW, NAMES_HELPER } from "./table-page.ts";
import { readWaterfall, watchFirstRow, type Waterfall } from "./watch-first-row.ts";

const RUNS = 10;
/** How many times slower the processor is made, and what our time may be of the plain table's. */
const SPEEDS = [
  { slower: 1, goal: 1 },
  { slower: 4, goal: 1.1 },
] as const;
/** A whole screen of rows at any hour, which the default of today has not. */
const SEARCH = "/?range=last7d";

const NAMES = ["ours", "theirs"] as const;

interface Candidate {
  readonly origin: string;
  /** Matches the rows of calls that are there. */
  readonly row: string;
}

/** One visit by a browser that has never been here. */
async function visit(
  browser: Browser,
  { origin, row }: Candidate,
  slower: number,
): Promise<Waterfall> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "zh-CN",
  });
  try {
    await context.addInitScript(NAMES_HELPER);
    await context.addInitScript(watchFirstRow, row);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
    await page.goto(`${origin}${SEARCH}`, { waitUntil: "commit" });
    await page.waitForFunction(() => "firstRowAt" in window, undefined, { polling: 50 });
    return await page.evaluate(readWaterfall);
  } finally {
    await context.close();
  }
}

function medianRun(runs: readonly Waterfall[]): Waterfall {
  const middle = quantile(
    runs.map(({ firstRow }) => firstRow),
    0.5,
  );
  const run = runs.find(({ firstRow }) => firstRow === middle);
  if (run === undefined) throw new Error("there were no runs");
  return run;
}

const inMs = (waterfall: Waterfall) =>
  Object.fromEntries(
    Object.entries(waterfall).map(([name, ms]) => [name, Number.isNaN(ms) ? "–" : ms.toFixed(0)]),
  );

/**
 * From the navigation to the first row on the screen, beside a page that someone would write in an
 * afternoon, which the same BFF answers.
 */
export async function benchFirstRow(): Promise<void> {
  await besideBaseline("plain-table", async ({ browser, ours, baseline }) => {
    const pages = {
      ours: { origin: ours, row: LOADED_ROW },
      theirs: { origin: baseline.url, row: ".ant-table-row" },
    };
    for (const { slower, goal } of SPEEDS) {
      const runs: Record<keyof typeof pages, Waterfall[]> = { ours: [], theirs: [] };
      // In turn, so that whatever else the machine does falls on both; the first round warms up.
      for (let run = -1; run < RUNS; run += 1)
        for (const name of run % 2 === 0 ? NAMES : NAMES.toReversed()) {
          const waterfall = await visit(browser, pages[name], slower);
          if (run >= 0) runs[name].push(waterfall);
        }
      const [callscope, table] = [medianRun(runs.ours), medianRun(runs.theirs)];
      console.log(`\nFirst row, ${slower}x slower processor: the median of ${RUNS} visits, ms`);
      console.table({ Callscope: inMs(callscope), "a plain antd table": inMs(table) });
      const ratio = callscope.firstRow / table.firstRow;
      console.log(`${ratio.toFixed(2)} of the plain table's time (goal: ${goal} or less).`);
    }
    console.log(`The plain table's code weighs ${baseline.weightKb.toFixed(1)} kB, brotli.`);
  });
}
