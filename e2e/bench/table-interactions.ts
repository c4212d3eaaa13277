import type { BrowserContext, Locator, Page } from "playwright";
import { quantile } from "./measure.ts";
import { openBenchPage, settled } from "./table-page.ts";

const SLOWDOWN = 4;
const REPEATS = 5;
const GOAL_MS = 100;
/** Shorter events make no entry; longer ones come in steps of 8 ms. */
const SHORTEST_MS = 16;
/** An entry comes after the frame that shows what the event did. */
const ENTRY_MS = 400;
/** Of the call that is opened, what was known of it from its row. */
const CONTENT = "[role=dialog] [data-part=head], [role=dialog] dl";
const CONTENT_GOAL_MS = 50;
/** A hand rests on the thing before it clicks, and holds the button down for a moment. */
const REST_MS = 200;
const PRESS_MS = 60;

/** Runs inside the page: the longest event of each interaction from now on, ms. */
function watchInteractions() {
  const longest = new Map<number, number>();
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (entry instanceof PerformanceEventTiming && entry.interactionId > 0) {
        const known = longest.get(entry.interactionId) ?? 0;
        longest.set(entry.interactionId, Math.max(known, entry.duration));
      }
  });
  // Its type does not list what belongs to entries of one kind only.
  const options: PerformanceObserverInit & { durationThreshold: number } = {
    type: "event",
    durationThreshold: 16,
  };
  observer.observe(options);
  return {
    stop() {
      observer.disconnect();
      return [...longest.values()];
    },
  };
}

/** Runs inside the page: the time from the next click until what is chosen has been painted, ms. */
function watchContent(chosen: string) {
  const painted = new Promise<number>((resolve) => {
    addEventListener(
      "click",
      ({ timeStamp }) => {
        const look = () =>
          requestAnimationFrame(() => {
            if (document.querySelector(chosen) === null) look();
            // A task that is posted in a frame comes after the frame is painted.
            else setTimeout(() => resolve(performance.now() - timeStamp));
          });
        look();
      },
      { once: true, capture: true },
    );
  });
  return { painted };
}

/**
 * Time from a click to the next paint, ms: the longest event of it. By bare mouse events, since a
 * locator's own click has code of Playwright run in the page meanwhile.
 */
async function clickTime(page: Page, target: Locator): Promise<number> {
  const box = await target.boundingBox();
  if (box === null) throw new Error("there is nothing to click");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.waitForTimeout(REST_MS);
  const watch = await page.evaluateHandle(watchInteractions);
  await page.mouse.click(x, y, { delay: PRESS_MS });
  await page.waitForTimeout(ENTRY_MS);
  return Math.max(SHORTEST_MS, ...(await watch.evaluate((watched) => watched.stop())));
}

/** Sort, filter and open a row by mouse, on a processor that is slowed down. */
export async function measureInteractions(context: BrowserContext, address: string): Promise<void> {
  const { page, session } = await openBenchPage(context, address);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  const grid = page.getByRole("grid");
  const drawer = page.getByRole("dialog", { name: "通话详情" });
  const targets = {
    "sort click": grid.getByRole("columnheader", { name: "总时长" }),
    "filter tick": page.getByRole("checkbox", { name: "正常结束" }),
    "row open": grid.locator('[data-row="3"] [role="gridcell"]').first(),
  };
  const samples: Record<keyof typeof targets, number[]> = {
    "sort click": [],
    "filter tick": [],
    "row open": [],
  };
  const content: number[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat += 1)
    for (const name of ["sort click", "filter tick", "row open"] as const) {
      const watch =
        name === "row open" ? await page.evaluateHandle(watchContent, CONTENT) : undefined;
      samples[name].push(await clickTime(page, targets[name]));
      await settled(page);
      if (watch !== undefined) {
        await drawer.waitFor();
        content.push(Math.round(await watch.evaluate(({ painted }) => painted)));
        await page.keyboard.press("Escape");
        await drawer.waitFor({ state: "hidden" });
      }
    }
  await page.close();

  console.log(
    `\nFrom input to the next paint at ${SLOWDOWN}× CPU slowdown, ms (${SHORTEST_MS} or less counts as ${SHORTEST_MS})`,
  );
  console.table(
    Object.fromEntries(
      Object.entries({ ...samples, "row open, content": content }).map(([name, times]) => [
        name,
        {
          first: times[0],
          median: quantile(times, 0.5),
          most: Math.max(...times),
          runs: times.length,
        },
      ]),
    ),
  );
  console.log(`Goal: ${GOAL_MS} or less each, ${CONTENT_GOAL_MS} for the content of a call.`);
}
