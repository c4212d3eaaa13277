import type { Browser } from "playwright";
import { besideBaseline } from "./baseline/beside-baseline.ts";
import { longTasks } from "./long-tasks.ts";
import { quantile } from "./measure.ts";
import { workOf } from "./scroll-passes.ts";
import { NAMES_HELPER, turnWheel } from "./table-page.ts";
import { watchGaps, type GapFrame } from "./watch-gaps.ts";

const NAMES = ["Callscope", "a tuned list"] as const;
const SEARCH = "/?range=last30d";
const ROUNDS = 5;
const GOAL_RATIO = 1.25;
const LONG_MS = 50;

/** A wheel that is turned for three seconds; and a fling. */
const GESTURES = [
  { name: "wheel", speed: 7_200, distance: 21_600 },
  { name: "fling", speed: 24_000, distance: 24_000 },
] as const;
type Gesture = (typeof GESTURES)[number];

const ROW = '[role="row"]:not([data-loading]) [role="gridcell"]';

interface Pass {
  /** Of the main thread, ms. */
  readonly work: number;
  readonly script: number;
  /** Own processor time, ms, of each task of it that is long. */
  readonly long: readonly number[];
  readonly frames: readonly GapFrame[];
}

/** One gesture into pages that this browser has not seen; the server has them by the second round. */
async function scroll(browser: Browser, origin: string, gesture: Gesture): Promise<Pass> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "zh-CN",
  });
  try {
    await context.addInitScript(NAMES_HELPER);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Performance.enable");
    await page.goto(origin + SEARCH);
    await page.locator(ROW).first().waitFor();
    // What else the page begins with is not of the scroll.
    await page.waitForLoadState("networkidle");
    const watch = await page.evaluateHandle(watchGaps);
    await browser.startTracing(page, { categories: ["toplevel"] });
    const before = await workOf(session);
    await turnWheel({ page, session }, gesture);
    // The last pages come in behind the wheel.
    await page.waitForTimeout(500);
    const after = await workOf(session);
    const trace = await browser.stopTracing();
    const frames = await watch.evaluate((watched) => watched.stop());
    const way = Math.max(...frames.map(({ top }) => top));
    if (way < gesture.distance * 0.9) throw new Error(`the list moved by ${way} px only`);
    return {
      work: after.work - before.work,
      script: after.script - before.script,
      long: longTasks(trace, LONG_MS),
      frames,
    };
  } finally {
    await context.close();
  }
}

function summaryOf(passes: readonly Pass[]) {
  const frames = passes.flatMap((pass) => pass.frames);
  const median = (of: (pass: Pass) => number) => quantile(passes.map(of), 0.5).toFixed(0);
  return {
    "work, ms": median(({ work }) => work),
    "script, ms": median(({ script }) => script),
    // Who draws fewer of them works less.
    frames: median((pass) => pass.frames.length),
    "frame p95, ms": quantile(
      frames.map(({ interval }) => interval),
      0.95,
    ).toFixed(1),
    "frames with a row missing, %": (
      (100 * frames.filter(({ isMissing }) => isMissing).length) /
      frames.length
    ).toFixed(1),
    "tasks of 50 ms": passes.flatMap(({ long }) => long).length,
    "longest, ms": Math.max(0, ...passes.flatMap(({ long }) => long)).toFixed(0),
  };
}

/** What pages that come in while one scrolls cost the main thread, beside a list that is tuned. */
export async function benchColdScroll(): Promise<void> {
  await besideBaseline("tuned-list", async ({ browser, ours, baseline }) => {
    const origins = { Callscope: ours, "a tuned list": baseline.url };
    for (const gesture of GESTURES) {
      const passes: Record<keyof typeof origins, Pass[]> = { Callscope: [], "a tuned list": [] };
      for (let round = -1; round < ROUNDS; round += 1)
        for (const name of round % 2 === 0 ? NAMES : NAMES.toReversed()) {
          const pass = await scroll(browser, origins[name], gesture);
          if (round >= 0) passes[name].push(pass);
        }
      const { name, distance, speed } = gesture;
      console.log(
        `\nPages that are not loaded yet, by ${name}, ${distance} px at ${speed} px/s, median of ${ROUNDS}`,
      );
      console.table(Object.fromEntries(NAMES.map((one) => [one, summaryOf(passes[one])])));
      const [own, tuned] = NAMES.map((one) =>
        quantile(
          passes[one].map(({ work }) => work),
          0.5,
        ),
      );
      const ratio = (own ?? Number.NaN) / (tuned ?? Number.NaN);
      console.log(`${ratio.toFixed(2)} × the tuned list's work (goal: ${GOAL_RATIO} or less).`);
    }
  });
}
