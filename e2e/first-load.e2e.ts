import { screenOf } from "./screen.ts";
import { expect, test } from "./server-fixture.ts";

const LIMIT_KB = 230;

test("the first load stays within its weight", async ({ page }) => {
  let bytes = 0;
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const scripts = new Set<string>();
  session.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto("/?range=yesterday");
  await screenOf(page).settled();
  expect(scripts.size).toBeGreaterThan(0);
  expect(bytes / 1024).toBeLessThanOrEqual(LIMIT_KB);
});
