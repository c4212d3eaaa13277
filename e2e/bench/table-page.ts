import type { BrowserContext, CDPSession, Page } from "playwright";

// What the parts of the table bench share: a page of the dashboard, and a hand on its wheel.

/** A row that is in the document with its record; the header counts as row -1. */
export const LOADED_ROW = '[role="row"][data-row]:not([data-row="-1"], [data-loading])';

/**
 * tsx keeps the names of functions by a helper of its own, which functions that are sent into a page
 * would miss there.
 */
export const NAMES_HELPER = "globalThis.__name ??= (named) => named;";

export interface BenchPage {
  readonly page: Page;
  readonly session: CDPSession;
}

/** A page of its own, with whatever `address` shows. */
export async function openBenchPage(context: BrowserContext, address: string): Promise<BenchPage> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  await page.goto(address);
  if (address !== "about:blank") await settled(page);
  return { page, session };
}

/** Resolves once every row in view is there with its record. */
export async function settled(page: Page): Promise<void> {
  await page.locator("[data-pending]").waitFor({ state: "detached" });
  await page.locator('[role="grid"][aria-busy="false"]').waitFor();
  await page.locator(LOADED_ROW).first().waitFor();
}

/** Middle of the list, px of the viewport. */
async function middleOf(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.locator("#records").boundingBox();
  if (box === null) throw new Error("there is no list to scroll");
  return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
}

/**
 * Turns the wheel over the list: the browser itself sends a wheel event each frame, so that no
 * message of ours is in its way.
 *
 * @param distance px, downwards if positive
 * @param speed px a second
 */
export async function turnWheel(
  { page, session }: BenchPage,
  { distance, speed }: { readonly distance: number; readonly speed: number },
): Promise<void> {
  const { x, y } = await middleOf(page);
  // A reader's pointer is over the rows too, and they light up under it.
  await page.mouse.move(x, y);
  await session.send("Input.synthesizeScrollGesture", {
    x,
    y,
    yDistance: -distance,
    speed,
    gestureSourceType: "mouse",
    preventFling: true,
  });
}
