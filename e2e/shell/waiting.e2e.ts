import type { Page } from "playwright/test";
import { DAY_MS } from "#contract/time/durations.ts";
import { TEST_INSTANT } from "../clock/test-instant.ts";
import { expect, test } from "../kit/proxy-fixture.ts";
import { screenOf } from "../kit/screen.ts";

test.use({
  // Longer than what is slow.
  serverEnv: { UPSTREAM_TIMEOUT_MS: "8000" },
  expectedErrors: /Failed to load resource/,
});
test.afterEach(({ way }) => {
  way.setFault("none");
  way.setDelay(0);
});

let rangesAsked = 0;
/** Days that nobody has asked for: of others the server has the answers, and nothing would hang. */
function lately(): string {
  rangesAsked += 1;
  return `/?from=${TEST_INSTANT - 9 * DAY_MS}&to=${TEST_INSTANT - DAY_MS - rangesAsked}`;
}

/** What moved although nobody had done anything, as https://web.dev/articles/cls counts it. */
async function watchShifts(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const moved: string[] = [];
    // The browser's own shape of an entry, which TypeScript's library does not have.
    interface Shift extends PerformanceEntry {
      readonly value: number;
      readonly sources: readonly { readonly node: Node | null }[];
    }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[])
        for (const { node } of entry.sources) {
          const element = node instanceof Element ? node : node?.parentElement;
          moved.push(`${entry.value.toFixed(4)} ${element?.className ?? "?"}`);
        }
    }).observe({ type: "layout-shift", buffered: true });
    Object.assign(window, { moved });
  });
  return () =>
    // Put there above; the page's own types do not know it.
    page.evaluate(() => (window as unknown as { moved: readonly string[] }).moved);
}

test("table and chart stand where they will from the first paint on", async ({ page, way }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const shifts = await watchShifts(page);
  way.setDelay(300);
  await page.goto(lately());
  await screenOf(page).settled();
  const summary = page.getByRole("region", { name: "概要" });
  await expect(summary).toHaveAttribute("data-counts", "known");
  const large = (await shifts()).filter((one) => Number.parseFloat(one) > 0.005);
  expect(large).toEqual([]);
});

test("while rows are on their way the summary is drawn grey", async ({ page, way }) => {
  way.setFault("hang");
  await page.goto(lately());
  const skeleton = page.locator("main [class*=overview]:empty");
  await expect(skeleton).toBeVisible();
  await expect(skeleton).toHaveCSS("background-image", /gradient/);
});

test("what takes longer than three seconds is said to be slower than usual", async ({
  page,
  way,
}) => {
  way.setFault("hang");
  await page.goto(lately());
  const said = page.getByText("响应比平时慢");
  await expect(page.locator("[role=grid]")).toBeVisible();
  await expect(said).toBeHidden();
  await expect(said).toBeVisible();
  // Once it is known that nothing comes, that is what is said.
  await expect(page.getByRole("alert")).toBeVisible({ timeout: 20_000 });
  await expect(said).toBeHidden();
});
