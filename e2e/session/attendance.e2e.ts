import type { Page } from "playwright/test";
import { UNATTENDED_HEADER } from "#contract/api/tab.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

test.use({ movesTime: true });

const MINUTE = 60_000;

/** Whether the next poll for calls that have come in says that nobody is at the tab. */
async function isUnattended(page: Page, passing: number): Promise<boolean> {
  const polled = page.waitForRequest((request) => request.url().includes("/api/records?"));
  await page.clock.fastForward(passing);
  return UNATTENDED_HEADER in (await polled).headers();
}

test("what a tab asks by itself says so once nobody has touched it for some minutes", async ({
  page,
  server,
}) => {
  await page.clock.install({ time: server.now() });
  await page.goto("/?range=last7d");
  await screenOf(page).settled();
  await page.mouse.move(300, 300);
  expect(await isUnattended(page, MINUTE)).toBe(false);
  expect(await isUnattended(page, 4 * MINUTE)).toBe(true);
  await page.mouse.move(310, 310);
  expect(await isUnattended(page, MINUTE)).toBe(false);
  await page.clock.fastForward(2 * MINUTE);
  await page.keyboard.press("Shift");
  expect(await isUnattended(page, 2 * MINUTE)).toBe(false);
});
