import type { BrowserContext } from "playwright";
import { quantile, summary } from "./measure.ts";
import { openBenchPage } from "./table-page.ts";

const PAGE = 80;
const JUMPS = 5;
const GOAL_MS = 150;

/**
 * Runs inside the page: resolves once the first row of `page` has been painted, with the times since
 * the reply that brought it had arrived, and since it was asked for, ms.
 */
function whenPainted(page: number): Promise<{ sinceReply: number; asked: number }> {
  performance.clearResourceTimings();
  const row = `[data-row="${(page - 1) * 100}"]:not([data-loading])`;
  return new Promise((resolve) => {
    const done = () => {
      const paintedAt = performance.now();
      const reply = performance
        .getEntriesByType("resource")
        .filter((entry) => entry instanceof PerformanceResourceTiming)
        .findLast(({ name }) => {
          const { pathname, searchParams } = new URL(name);
          return pathname === "/api/records" && searchParams.get("page") === String(page);
        });
      if (reply === undefined) throw new Error("nobody asked for the page");
      const { startTime, responseEnd } = reply;
      resolve({ sinceReply: paintedAt - responseEnd, asked: responseEnd - startTime });
    };
    const observer = new MutationObserver(() => {
      if (document.querySelector(row) === null) return;
      observer.disconnect();
      // A task that is posted in a frame comes after the frame is painted.
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", done, { once: true });
      port1.start();
      requestAnimationFrame(() => port2.postMessage(undefined));
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
  });
}

/** From the reply with a far page to its first row on screen. */
export async function measureJump(context: BrowserContext, address: string): Promise<void> {
  const times: { sinceReply: number; asked: number }[] = [];
  for (let jump = -1; jump < JUMPS; jump += 1) {
    const { page } = await openBenchPage(context, address);
    const field = page.getByRole("textbox", { name: "页码" });
    await field.fill(String(PAGE));
    // Not awaited yet: the key is pressed while it watches.
    const time = page.evaluate(whenPainted, PAGE);
    await field.press("Enter");
    if (jump >= 0) times.push(await time);
    else await time;
    await page.close();
  }
  const sinceReply = times.map((time) => time.sinceReply);
  console.log(`\nA jump to page ${PAGE} of 10,000 rows, ms`);
  console.table({
    "from the reply to its row painted": summary(sinceReply),
    "the request itself": summary(times.map(({ asked }) => asked)),
  });
  console.log(
    `Painted ${quantile(sinceReply, 0.5).toFixed(0)} ms after the reply (goal: ${GOAL_MS} or less).`,
  );
}
