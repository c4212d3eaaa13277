import { chromium, type Browser } from "playwright";
import { build } from "vite";
import { serveBaseline, type BaselineName, type BaselinePage } from "./serve-baseline.ts";
import { CHROMIUM_ARGS, findOrInstallChromium } from "../../kit/chromium.ts";
import { startServer } from "../../kit/start-server.ts";

const SAMPLE = { SAMPLE_RECORDS: "100000", SAMPLE_SEED: "4" };

interface Beside {
  readonly browser: Browser;
  /** The dashboard's origin. */
  readonly ours: string;
  readonly baseline: BaselinePage;
}

/** Runs with the dashboard as it is built, and beside it a page that the same BFF answers, in one browser. */
export async function besideBaseline(
  name: BaselineName,
  run: (beside: Beside) => Promise<void>,
): Promise<void> {
  await build({ logLevel: "error" });
  const server = await startServer(SAMPLE);
  try {
    const baseline = await serveBaseline(name, server.url);
    try {
      const browser = await chromium.launch({
        executablePath: await findOrInstallChromium(),
        args: CHROMIUM_ARGS,
      });
      try {
        await run({ browser, ours: server.url, baseline });
      } finally {
        await browser.close();
      }
    } finally {
      baseline.close();
    }
  } finally {
    await server.stop();
  }
}
