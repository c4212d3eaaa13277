import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

const LIMIT_KB = 230;

test("the first load stays within its weight", async ({ page }) => {
  // What is fetched once rows are on the screen is not waited for: the code of the chart, say.
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (document.querySelector('[role="row"][data-row] [role="gridcell"]') === null) return;
      performance.mark("rows");
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto("/?range=yesterday");
  await screenOf(page).settled();
  const weights = await page.evaluate(() => {
    const rowsAt = performance.getEntriesByName("rows")[0]?.startTime ?? 0;
    const entries = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    return entries
      .filter(({ name, startTime }) => name.endsWith(".js") && startTime < rowsAt)
      .map(({ transferSize }) => transferSize);
  });
  // What asks, the packages and the rest of ours.
  expect(weights.length).toBeGreaterThanOrEqual(3);
  expect(weights.reduce((sum, weight) => sum + weight, 0) / 1024).toBeLessThanOrEqual(LIMIT_KB);
});
