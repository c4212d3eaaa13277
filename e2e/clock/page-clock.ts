import type { BrowserContext } from "playwright/test";
import { replaceDate } from "./replace-date.ts";
import type { RunningServer } from "../kit/start-server.ts";

/**
 * Lets the pages of a context tell the time of their server. Playwright's own clock would put timers
 * and frames into other hands, too, and how the app gets along with the browser's is what is tested.
 */
export async function setPageClock(context: BrowserContext, server: RunningServer): Promise<void> {
  const aheadMs = server.now() - Date.now();
  await context.addInitScript({
    content: `{
      const realNow = Date.now;
      (${replaceDate.toString()})(() => realNow() + ${aheadMs});
    }`,
  });
}
