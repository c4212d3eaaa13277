import { DAY_MS } from "#contract/time/durations.ts";
import { TEST_INSTANT } from "../clock/test-instant.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

/** A year but some days, from one year into the next and to the second, so that all of it is named. */
const YEAR = `from=${TEST_INSTANT - 355 * DAY_MS + 13_000}&to=${TEST_INSTANT - 5 * DAY_MS}`;

for (const locale of ["zh-CN", "en-US"] as const)
  test(`the toolbar is one line at 1280 px, whatever the range, in ${locale}`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.addInitScript((tag) => localStorage.setItem("callscope.language", tag), locale);
    for (const range of ["range=last7d", "range=yesterday", YEAR]) {
      await page.goto(`/?${range}`);
      const screen = screenOf(page, locale);
      const toolbar = page.getByRole("main").locator("div", { has: screen.timeRange }).first();
      // It comes after the rows.
      await toolbar.locator("select[title]").waitFor();
      await screen.settled();
      if (range === YEAR) await expect(screen.timeRange).toHaveText(/20\d\d.*20\d\d/);
      const places = await toolbar
        .locator("button:visible, select:visible")
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
      expect(places.length).toBeGreaterThan(7);
      let end = 0;
      for (const { left, right, top } of places) {
        expect(top - (places[0]?.top ?? 0), `${range}: all in one line`).toBeLessThan(12);
        expect(left, `${range}: none over another`).toBeGreaterThanOrEqual(end - 1);
        end = right;
      }
      expect(end).toBeLessThanOrEqual(1280);
    }
  });

test.describe("by finger", () => {
  test.use({ hasTouch: true, viewport: { width: 1024, height: 768 } });
  for (const locale of ["zh-CN", "en-US"] as const)
    test(`beside an open call it is two lines at most and says as of when, in ${locale}`, async ({
      page,
    }) => {
      await page.addInitScript((tag) => localStorage.setItem("callscope.language", tag), locale);
      await page.goto("/?range=last7d");
      const screen = screenOf(page, locale);
      await screen.settled();
      await screen.rows.first().tap();
      await expect(screen.drawer).toBeVisible();
      const toolbar = page.getByRole("main").locator("div", { has: screen.timeRange }).first();
      await toolbar.locator("select[title]").waitFor({ state: "attached" });
      const linesOf = async () => {
        const tops = await toolbar
          .locator("button:visible, select:visible")
          .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
        return new Set(tops.map((top) => Math.round(top / 24))).size;
      };
      await expect.poll(linesOf).toBe(2);
      const clock = toolbar.getByText(/^\d\d:\d\d:\d\d$/);
      await expect(clock).toBeInViewport({ ratio: 1 });
      const drawer = await screen.drawer.boundingBox();
      const place = await clock.boundingBox();
      expect((place?.x ?? 0) + (place?.width ?? 0)).toBeLessThanOrEqual(drawer?.x ?? 0);
    });
});
