import type { Page } from "playwright/test";
import { SCROLLER_ID } from "#app/ui/grid-dom.ts";
import { setPageClock } from "../clock/page-clock.ts";
import { facetOf, panelCounted } from "../filters/facet-panel.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";
import { startServer } from "../kit/start-server.ts";

test.use({ hasTouch: true, isMobile: true });

/** What a finger can do something with and is less than 44 px wide or high, by what a tap would hit. */
function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const LEAST = 44;
    const all = document.querySelectorAll<HTMLElement>(
      "button, select, summary, a[href], input, [role=columnheader], [role=gridcell], td[title]",
    );
    const small = [...all].flatMap((element) => {
      const around = element.closest<HTMLElement>("label, li, .ant-input-affix-wrapper");
      const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
      // A box is ticked by its row, a radio by its label.
      const target = element.matches("input") ? (around ?? label ?? element) : element;
      const { width, height, top, bottom } = target.getBoundingClientRect();
      const isSeen =
        element.checkVisibility({ visibilityProperty: true }) &&
        width > 1 &&
        bottom > 0 &&
        top < innerHeight;
      // A link to skip the table by keys stands outside until it has the focus.
      if (!isSeen || element.matches(":disabled, a[href='#main']")) return [];
      const isSmall = Math.round(height) < LEAST || Math.round(width) < LEAST;
      const name = element.getAttribute("aria-label") ?? element.textContent.slice(0, 20);
      return isSmall ? [`${name} ${Math.round(width)}×${Math.round(height)}`] : [];
    });
    return [...new Set(small)];
  });
}

test("all that a finger uses is 44 px at least, upright and lying", async ({ page }) => {
  for (const size of [
    { width: 1024, height: 768 },
    { width: 390, height: 844 },
    { width: 844, height: 390 },
  ]) {
    await page.setViewportSize(size);
    await page.goto("/?range=last7d&disposition=Success,NoAnswer");
    await screenOf(page).settled();
    await expect(page.getByRole("region", { name: "概要" })).toContainText("%");
    const name = `${size.width}×${size.height}`;
    expect(await smallTargets(page), name).toEqual([]);
    if (Math.min(size.width, size.height) < 480) {
      await page.getByRole("button", { name: /筛选/ }).first().tap();
      await expect(page.getByRole("dialog", { name: "筛选" })).toBeVisible();
      expect(await smallTargets(page), name).toEqual([]);
    }
  }
});

for (const locale of ["zh-CN", "en-US"] as const)
  test(`so is what the panels have, and nothing of them is off the screen: ${locale}`, async ({
    page,
  }) => {
    await page.addInitScript((tag) => localStorage.setItem("callscope.language", tag), locale);
    for (const size of [
      { width: 1024, height: 768 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(size);
      await page.goto("/?range=last7d");
      await screenOf(page, locale).settled();
      for (const name of [/^(近 7 天|Last 7 days)/, /^(列|Columns)$/]) {
        await page.getByRole("button", { name }).tap();
        const panel = page.getByRole("dialog");
        await expect(panel.getByRole("textbox").first()).toBeVisible();
        expect(await smallTargets(page), `${size.width} px`).toEqual([]);
        const box = await panel.boundingBox();
        expect(box?.x).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(size.width);
        await page.keyboard.press("Escape");
        await expect(panel).toBeHidden();
      }
    }
  });

test("however long a filter is, what takes it away is on the screen", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.addInitScript(() => localStorage.setItem("callscope.language", "en-US"));
  await page.goto("/?range=last7d&disposition=AbandonedInIVR,AbandonedInQueue,AbandonedInRing");
  const screen = screenOf(page, "en-US");
  await screen.settled();
  const remove = screen.pills.getByRole("button").first();
  await expect(remove).toBeInViewport({ ratio: 1 });
  await remove.tap();
  await expect(page).not.toHaveURL(/disposition/);
});

test("the ways out at the end of a list are 44 px at least, and all of them are seen", async ({
  browser,
}) => {
  const server = await startServer({ SAMPLE_RECORDS: "100000", SAMPLE_SEED: "7" });
  const context = await browser.newContext({ hasTouch: true, isMobile: true });
  await setPageClock(context, server);
  const page = await context.newPage();
  for (const size of [
    { width: 390, height: 844 },
    { width: 1024, height: 768 },
  ]) {
    await page.setViewportSize(size);
    await page.goto(`${server.url}/?range=last30d&sort=-callDuration&page=100`);
    await screenOf(page).settled();
    await page.locator(`#${SCROLLER_ID}`).evaluate((element) => element.scrollTo(0, 10_000_000));
    const ways = [
      page.getByRole("button", { name: "按开始时间排序，可看到全部" }),
      page.getByRole("button", { name: /^只看 .* 起的 [\d,]+ 条$/ }),
    ];
    for (const way of ways) {
      await expect(way).toBeInViewport({ ratio: 1 });
      expect((await way.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
    await expect(page.getByText(/只能看到前/)).toBeInViewport({ ratio: 1 });
  }
  await context.close();
  await server.stop();
});

test("labels of the filters have their room on a tablet, in English too", async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.addInitScript(() => localStorage.setItem("callscope.language", "en-US"));
  await page.goto("/?range=last7d");
  await screenOf(page, "en-US").settled();
  const labels = page.getByRole("region", { name: "Filters" }).locator("li > label");
  await expect(labels.first()).toBeVisible();
  const cut = await labels.evaluateAll((all) =>
    all
      .filter((one) => one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight + 1)
      .map((one) => one.textContent),
  );
  expect(cut).toEqual([]);
});

test("only and exclude are unfolded below their value by a tap", async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto("/?range=last7d");
  await panelCounted(page);
  const facet = facetOf(page, "挂断原因");
  const exclude = facet.row("客户未接").getByRole("button", { name: "排除 客户未接", exact: true });
  await expect(exclude).toBeHidden();
  await facet.row("客户未接").getByRole("button", { name: "只看或排除 客户未接" }).tap();
  await exclude.tap();
  await expect(screenOf(page).pills).toContainText("不是 客户未接");
});
