import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

const LIMIT_KB = 230;

test("the first load stays within its weight", async ({ page }) => {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  // What is fetched once the rows have arrived is not waited for: the code of the chart, say.
  let isFirst = true;
  const scripts = new Map<string, number>();
  const rows = new Set<string>();
  session.on("Network.requestWillBeSent", ({ requestId, request, type }) => {
    if (type === "Script" && isFirst) scripts.set(requestId, 0);
    if (request.url.includes("/api/records?")) rows.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scripts.set(requestId, encodedDataLength);
    if (rows.has(requestId)) isFirst = false;
  });
  await page.goto("/?range=yesterday");
  await screenOf(page).settled();
  expect(isFirst, "the rows were seen to arrive").toBe(false);
  const bytes = [...scripts.values()].reduce((sum, weight) => sum + weight, 0);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes / 1024).toBeLessThanOrEqual(LIMIT_KB);
});
