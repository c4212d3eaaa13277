import type { Page } from "playwright/test";
import { facetOf, panelCounted } from "../filters/facet-panel.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";
import { illegibleTexts } from "../kit/text-legibility.ts";
import { openColumnPanel } from "../records/column-screen.ts";

test.use({
  serverEnv: { EMBEDDED_FAULTS: "true", UPSTREAM_TIMEOUT_MS: "4000" },
  expectedErrors: /Failed to load resource/,
});

const shown = async (page: Page, search: string) => {
  await page.goto(search);
  await screenOf(page).settled();
};

/** States of the screen in which other texts are seen, or the same ones otherwise. */
const STATES = {
  "rows, several pages, a part dropped": async (page: Page) => {
    await shown(page, "/?range=last30d&disposition=Success,AbandonedInQueue&page=2&wrong=1");
    await page.locator("#records").evaluate((element) => element.scrollBy(0, -60));
  },
  "another view on its way": async (page: Page) => {
    await shown(page, "/?instance=ccc-fault-slow&range=yesterday");
    await page.getByRole("checkbox", { name: "正常结束" }).check();
    await expect(page.locator('#records[data-stale="true"]')).toBeVisible();
  },
  "all facets, compared": async (page: Page) => {
    await page.goto("/?range=last7d&disposition=Success,NoAnswer");
    for (const title of ["通话类型", "坐席", "技能组", "满意度描述", "满意度渠道", "未接通原因"])
      await facetOf(page, title).open();
    await page.getByRole("checkbox", { name: "与上周同期相比" }).check();
    await panelCounted(page);
    await facetOf(page, "挂断原因").row("正常结束").hover();
  },
  "an error in place of the rows": async (page: Page) => {
    await page.goto("/?instance=ccc-fault-500&range=last7d");
    await expect(page.getByRole("alert")).toContainText("云服务出错");
    await expect(page.getByRole("region", { name: "概要" })).toHaveAttribute(
      "data-counts",
      "failed",
    );
  },
  "calls that the upstream throttles": async (page: Page) => {
    await page.goto("/?instance=ccc-fault-throttled-half&range=last7d");
    await expect(page.getByRole("navigation", { name: "分页" })).toContainText("限流");
  },
  "odd records": async (page: Page) => {
    await shown(page, "/?instance=ccc-fault-odd-fields&range=last7d");
  },
  "a criterion that is wrong": async (page: Page) => {
    await shown(page, "/?range=last7d");
    await page.getByRole("textbox", { name: "主叫为" }).fill("abc");
    await page.keyboard.press("Enter");
  },
  "no calls": async (page: Page) => {
    await page.goto("/?range=last7d&disposition=IVRException&satDesc=nobody");
    await expect(page.getByText("没有符合条件的通话")).toBeVisible();
  },
  "an open record": async (page: Page) => {
    await shown(page, "/?range=last7d");
    await screenOf(page).rows.first().click();
    await expect(screenOf(page).drawer).toContainText("通话 ID");
  },
  "the menu of a cell": async (page: Page) => {
    await shown(page, "/?range=last7d");
    await screenOf(page).cell(2, "parties").click({ button: "right" });
    await expect(page.getByRole("menu")).toBeVisible();
  },
  "the menu of a heading": async (page: Page) => {
    await shown(page, "/?range=last7d");
    await screenOf(page).grid.getByRole("columnheader").nth(2).click({ button: "right" });
    await expect(page.getByRole("menu")).toBeVisible();
  },
  "the choice of columns": async (page: Page) => {
    await shown(page, "/?range=last7d");
    await openColumnPanel(page);
  },
  "the help on keys": async (page: Page) => {
    await shown(page, "/?range=last7d");
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toBeVisible();
  },
  "calls over time as a table": async (page: Page) => {
    await shown(page, "/?range=yesterday");
    await page.getByRole("button", { name: "表格" }).click();
    await expect(page.getByRole("columnheader", { name: "时段" })).toBeVisible();
  },
  "filters over the table": async (page: Page) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await shown(page, "/?range=last7d");
    await page.getByRole("button", { name: /筛选$/ }).click();
    await expect(page.getByRole("dialog", { name: "筛选" })).toBeVisible();
  },
};

for (const [state, show] of Object.entries(STATES))
  test(`every text is large enough and stands out from its ground: ${state}`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await show(page);
    // What comes or changes its colours fades for a moment.
    await expect.poll(() => illegibleTexts(page), "light").toEqual([]);
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await expect(page.locator("html")).toHaveCSS("color-scheme", "dark");
    await expect.poll(() => illegibleTexts(page), "dark").toEqual([]);
  });

test("in forced colours words keep their room, and what is chosen or toned is still told", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ forcedColors: "active" });
  await shown(page, "/?range=last7d");
  const chosen = page.locator("label:has(> input[type=radio]:checked)").first();
  await expect(chosen).toHaveCSS("outline-style", "solid");
  const { grid } = screenOf(page);
  const dots = grid.locator('[data-column="contactDisposition"] > [aria-hidden]');
  const colours = await dots.evaluateAll((all) =>
    all.map((dot) => getComputedStyle(dot).backgroundColor),
  );
  expect(new Set(colours).size).toBeGreaterThan(1);
  const cut = await grid
    .locator('[role="gridcell"]:is([data-column="startTime"], [data-column="contactDisposition"])')
    .evaluateAll((all) =>
      all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent),
    );
  expect(cut).toEqual([]);
});
