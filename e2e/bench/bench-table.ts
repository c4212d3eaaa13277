import { chromium } from "playwright";
import { build } from "vite";
import { measureInteractions } from "./table-interactions.ts";
import { measureJump } from "./table-jump.ts";
import { measureMemory } from "./table-memory.ts";
import { NAMES_HELPER } from "./table-page.ts";
import { measureScroll } from "./table-scroll.ts";
import { CHROMIUM_ARGS, findOrInstallChromium } from "../kit/chromium.ts";
import { startServer } from "../kit/start-server.ts";

const ROWS = 10_000;
/** A busy centre's month, more than page numbers reach. */
const SAMPLE = { SAMPLE_RECORDS: "100000", SAMPLE_SEED: "4" };
const BY_TIME = "/?range=last30d";
const BY_DURATION = "/?range=last30d&sort=-callDuration";

async function requireRows(url: string): Promise<void> {
  const reply = await fetch(`${url}/api/records?range=last30d`);
  const { total } = await reply.json();
  if (!(total > ROWS)) throw new Error(`the view has ${total} rows, too few`);
}

/** The table in the production build, in a real browser: weight, scrolling, jumps, answers. */
export async function benchTable(): Promise<void> {
  await build({ logLevel: "error" });
  const server = await startServer(SAMPLE);
  try {
    await requireRows(server.url);
    const browser = await chromium.launch({
      executablePath: await findOrInstallChromium(),
      args: CHROMIUM_ARGS,
    });
    try {
      const context = await browser.newContext({
        baseURL: server.url,
        viewport: { width: 1440, height: 900 },
        locale: "zh-CN",
      });
      await context.addInitScript(NAMES_HELPER);
      await measureScroll(context, BY_TIME);
      await measureJump(context, BY_DURATION);
      await measureInteractions(context, BY_TIME);
      await measureMemory(context, BY_TIME);
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}
