import { chromium, type Browser } from "playwright";
import { build } from "vite";
import { DAY_MS } from "#contract/time/durations.ts";
import { floorOf, watchRequests } from "./facets-floor.ts";
import { countsAreIn, timeOfView, type ViewTimes } from "./facets-page.ts";
import { measureSharing } from "./facets-sharing.ts";
import { measureThrottled } from "./facets-throttled.ts";
import { quantile } from "./measure.ts";
import { NAMES_HELPER } from "./table-page.ts";
import { YEAR_DAYS, yearDatabase } from "./year-database.ts";
import { CHROMIUM_ARGS, findOrInstallChromium } from "../kit/chromium.ts";
import { startServer } from "../kit/start-server.ts";

/** A trial of the bench may do with fewer; its figures are then no figures. */
const RECORDS = Number(process.env["BENCH_RECORDS"] ?? "1000000");
const RUNS = Number(process.env["BENCH_RUNS"] ?? "12");
const FIRST_TICK = 'aside [data-counts] input[type="checkbox"]';
const GOALS = "goals: a tick on a day 150 / 500 / –, a year opened – / – / 1,500";

interface Trial {
  readonly name: string;
  /** Days in the view. */
  readonly days: number;
  /** What is measured: a tick in the panel, or the opening of the view. */
  readonly by: "tick" | "opening";
}

const TRIALS: readonly Trial[] = [
  { name: "a tick on a day", days: 1, by: "tick" },
  { name: "a day opened", days: 1, by: "opening" },
  { name: "a tick on a year", days: YEAR_DAYS, by: "tick" },
  { name: "a year opened", days: YEAR_DAYS, by: "opening" },
];

/** Facets, histogram and summary in the production build: how long until all of them are exact. */
export async function benchFacets(): Promise<void> {
  await build({ logLevel: "error" });
  const browser = await chromium.launch({
    executablePath: await findOrInstallChromium(),
    args: CHROMIUM_ARGS,
  });
  try {
    await measureScreens(browser);
    await measureSharing(browser);
  } finally {
    await browser.close();
  }
  await measureThrottled();
}

async function measureScreens(browser: Browser): Promise<void> {
  const server = await startServer({ EMBEDDED_DATABASE: await yearDatabase(RECORDS) });
  try {
    const end = await newestCall(server.url);
    const rows: Record<string, Record<string, string | number>> = {};
    for (const trial of TRIALS) {
      const [times, floors]: [ViewTimes[], ViewTimes[]] = [[], []];
      // Each asks a little else, so that nothing was answered before; the first ones warm up.
      for (let run = -2; run < RUNS; run += 1) {
        const to = trial.days === 1 ? end - (3 + run) * DAY_MS : end - (3 + run) * 1000;
        const view = `/?from=${to - trial.days * DAY_MS}&to=${to}`;
        const { screen, floor } = await measureOne(browser, server.url, view, trial.by);
        if (run < 0) continue;
        times.push(screen);
        floors.push(floor);
      }
      rows[trial.name] = row(times);
      rows[`${trial.name}, its requests by a bare script`] = row(floors);
    }
    console.log(
      `\n${RECORDS.toLocaleString("en-US")} calls of a year: ms until rows / open facets / all counts of the screen are painted (${GOALS})`,
    );
    console.table(rows);
  } finally {
    await server.stop();
  }
}

function row(times: readonly ViewTimes[]): Record<string, string | number> {
  const at = (part: keyof ViewTimes, share: number) =>
    Math.round(
      quantile(
        times.map((one) => one[part]),
        share,
      ),
    );
  return Object.fromEntries([
    ...(["rows", "facets", "all"] as const).flatMap((part) => [
      [`${part}, median`, at(part, 0.5)],
      [`${part}, p95`, at(part, 0.95)],
    ]),
    ["runs", times.length],
  ]);
}

async function measureOne(
  browser: Browser,
  baseURL: string,
  view: string,
  by: Trial["by"],
): Promise<{ readonly screen: ViewTimes; readonly floor: ViewTimes }> {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 1440, height: 900 },
    locale: "zh-CN",
  });
  try {
    await context.addInitScript(NAMES_HELPER);
    const page = await context.newPage();
    // The code is in the browser's cache, as with whoever works here all day.
    await page.goto("/?contact=nobody");
    await page.locator("main").waitFor();
    const isOpening = by === "opening";
    const opening = isOpening ? watchRequests(page) : [];
    await page.goto(view);
    if (!isOpening) await countsAreIn(page);
    const asked = isOpening ? opening : watchRequests(page);
    const screen = await page.evaluate(timeOfView, isOpening ? undefined : FIRST_TICK);
    return { screen, floor: await floorOf(baseURL, asked) };
  } finally {
    await context.close();
  }
}

async function newestCall(url: string): Promise<number> {
  const reply = await fetch(`${url}/api/records?from=0&to=${Date.now()}&size=1`);
  const { records, total } = await reply.json();
  if (!(total > RECORDS / 2)) throw new Error(`only ${total} calls`);
  return Number(records[0].startTime);
}
