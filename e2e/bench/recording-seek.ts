import { chromium, type Browser, type Page } from "playwright";
import { countSent } from "./count-sent.ts";
import { NAMES_HELPER } from "./table-page.ts";
import { CHROMIUM_ARGS, findOrInstallChromium } from "../kit/chromium.ts";

/** What it cost to hear the middle of a recording. */
export interface Seek {
  readonly by: "link" | "click";
  /** What the server had sent when sound began. */
  readonly bytes: number;
  readonly ms: number;
}

const RUNS = 4;
const MIDDLE_SECONDS = 1_800;

/** Runs in the page, whose player is not in the document: notes when sound begins, ms. */
function watchSound() {
  const instants: number[] = [];
  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function watched() {
    if (!this.hasAttribute("data-watched"))
      this.addEventListener("playing", () => instants.push(Date.now()));
    this.setAttribute("data-watched", "");
    return play.call(this);
  };
  Object.assign(globalThis, { soundInstants: instants });
}

/** When sound began, for the first or the second time. */
async function soundAt(page: Page, time: number): Promise<number> {
  const found = await page.waitForFunction(
    // `watchSound` put it there.
    (index) => (globalThis as unknown as { soundInstants: number[] }).soundInstants[index],
    time,
    { polling: 20 },
  );
  return (await found.jsonValue()) ?? 0;
}

/** By a link to its middle, counting from the first byte; or by a click while it is heard from its beginning. */
async function visit(browser: Browser, origin: string, search: string, by: Seek["by"]) {
  const server = await countSent(origin, (path) => /^\/api\/recordings\/[^/]+\?/.test(path));
  const context = await browser.newContext({ locale: "zh-CN" });
  try {
    await context.addInitScript(NAMES_HELPER);
    await context.addInitScript(watchSound);
    const page = await context.newPage();
    const isLink = by === "link";
    await page.goto(`${server.url}${search}${isLink ? `&t=${MIDDLE_SECONDS}` : ""}`);
    const slider = page.getByRole("slider", { name: "播放位置" });
    const play = page.getByRole("button", { name: "播放", exact: true });
    await slider.waitFor();
    let from = Date.now();
    await play.click();
    const first = await soundAt(page, 0);
    if (isLink) return { by, bytes: server.sent(0, first), ms: first - from };
    from = Date.now();
    await slider.click();
    const second = await soundAt(page, 1);
    return { by, bytes: server.sent(from, second), ms: second - from };
  } finally {
    await context.close();
    await server.close();
  }
}

/** @param search a link that opens a call with a recording of an hour */
export async function seekSeveral(origin: string, search: string): Promise<readonly Seek[]> {
  const executablePath = await findOrInstallChromium();
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  try {
    const seeks: Seek[] = [];
    for (const by of ["link", "click"] as const)
      for (let run = 0; run < RUNS; run += 1) seeks.push(await visit(browser, origin, search, by));
    return seeks;
  } finally {
    await browser.close();
  }
}
