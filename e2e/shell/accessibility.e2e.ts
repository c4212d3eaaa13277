import type { Locator, Page } from "playwright/test";
import { facetOf, panelCounted } from "../filters/facet-panel.ts";
import { seriousFindings } from "../kit/axe-findings.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";
import { illegibleTexts } from "../kit/text-legibility.ts";
import { openColumnPanel } from "../records/column-screen.ts";

test.use({
  serverEnv: { EMBEDDED_FAULTS: "true", UPSTREAM_TIMEOUT_MS: "4000" },
  viewport: { width: 1440, height: 900 },
});

const shown = async (page: Page, search: string) => {
  await page.goto(search);
  await screenOf(page).settled();
};

/** Comes to a state of the screen; what it gives must still be seen once both themes have been looked at. */
type Show = (page: Page) => Promise<Locator | void>;

/** States of the screen that look different, or have other texts. */
const STATES: Readonly<Record<string, Show>> = {
  "rows, several pages, a part dropped": async (page: Page) => {
    await shown(page, "/?range=last30d&disposition=Success,AbandonedInQueue&page=2&wrong=1");
    await page.locator("#records").evaluate((element) => element.scrollBy(0, -60));
  },
  "another view on its way": async (page: Page) => {
    await shown(page, "/?instance=ccc-fault-slow&range=yesterday");
    await page.getByRole("checkbox", { name: "正常结束" }).check();
    await expect(page.locator('#records[data-stale="true"]')).toBeVisible();
    return page.locator('#records[data-stale="true"]');
  },
  "all facets, compared": async (page: Page) => {
    await page.goto("/?range=last7d&disposition=Success,NoAnswer");
    for (const title of ["通话类型", "坐席", "技能组", "满意度描述", "满意度渠道", "未接通原因"])
      await facetOf(page, title).open();
    await page.getByRole("checkbox", { name: "与上周同期相比" }).check();
    await panelCounted(page);
    await facetOf(page, "挂断原因").row("正常结束").hover();
  },
  "odd records": (page: Page) => shown(page, "/?instance=ccc-fault-odd-fields&range=last7d"),
  "a criterion that is wrong": async (page: Page) => {
    await shown(page, "/?range=last7d");
    await page.getByRole("textbox", { name: "主叫为" }).fill("abc");
    await page.keyboard.press("Enter");
  },
  "no calls": async (page: Page) => {
    await page.goto("/?range=last7d&disposition=IVRException&satDesc=nobody");
    await expect(page.getByText("没有符合条件的通话")).toBeVisible();
  },
  "no rows, by contact id": async (page: Page) => {
    await page.goto("/?range=last7d&contact=job-1&disposition=Success");
    await expect(page.getByText("没有这个 ID 的通话")).toBeVisible();
  },
  "an open record": async (page: Page) => {
    await shown(page, "/?range=last7d");
    await screenOf(page).rows.first().click();
    await expect(screenOf(page).drawer).toContainText("通话 ID");
    const timeline = page.getByRole("region", { name: "时间线" });
    await expect(timeline).toContainText("按云服务的事件绘制");
    await timeline.getByText(/^事件列表/).click();
  },
  "calls over time, with a tip": async (page: Page) => {
    await page.goto("/?range=yesterday");
    await page.getByRole("slider").focus();
    await page.keyboard.press("Shift+ArrowLeft");
    await expect(page.getByRole("tooltip")).toBeVisible();
    await expect(page.getByRole("region", { name: "概要" })).toContainText("%");
  },
  "calls over time as a table, compared": async (page: Page) => {
    await page.goto("/?range=yesterday");
    await page.getByRole("button", { name: "表格" }).click();
    await page.getByRole("button", { name: "上一时段" }).click();
    await expect(page.getByRole("columnheader", { name: "上一时段" })).toBeVisible();
  },
  "hours of the week, and a figure that is watched": async (page: Page) => {
    await page.goto("/?range=last7d&chart=week-calls");
    const week = page.getByRole("region", { name: "按星期和小时" });
    await expect(week).toHaveAttribute("data-counts", "known");
    await page.getByRole("button", { name: "指标提醒" }).click();
    const panel = page.getByRole("dialog", { name: "指标提醒" });
    await panel.getByRole("button", { name: "添加规则" }).click();
    await panel.getByRole("textbox", { name: "阈值" }).fill("0.");
    await expect(panel.getByRole("alert")).toBeVisible();
  },
  "filters over the table": async (page: Page) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await shown(page, "/?range=last7d");
    await page.getByRole("button", { name: /筛选$/ }).click();
    await expect(page.getByRole("dialog", { name: "筛选" })).toBeVisible();
  },
};

/** The same of what the browser says to have failed. */
const FAILING: Readonly<Record<string, Show>> = {
  "an error in place of the rows": async (page: Page) => {
    await page.goto("/?instance=ccc-fault-500&range=last7d");
    await expect(page.getByRole("alert")).toContainText("云服务出错");
    const summary = page.getByRole("region", { name: "概要" });
    await expect(summary).toHaveAttribute("data-counts", "failed");
  },
  "calls that the upstream throttles": async (page: Page) => {
    await page.goto("/?instance=ccc-fault-throttled-half&range=last7d");
    await expect(page.getByRole("navigation", { name: "分页" })).toContainText("限流");
  },
};

/** What opens over the rows: each is opened, looked at, and closed by Escape. */
const OVER_ROWS: Readonly<Record<string, (page: Page) => Promise<Locator>>> = {
  "the menu of a cell": async (page) => {
    await screenOf(page).cell(2, "parties").click({ button: "right" });
    return page.getByRole("menu");
  },
  "the menu of a heading": async (page) => {
    await screenOf(page).grid.getByRole("columnheader").nth(2).click({ button: "right" });
    return page.getByRole("menu");
  },
  "the choice of columns": (page) => openColumnPanel(page),
  "the help on keys": async (page) => {
    await page.keyboard.press("?");
    return page.getByRole("dialog", { name: "键盘快捷键" });
  },
  "how a view is handed on": async (page) => {
    await page.getByRole("button", { name: "分享选项" }).click();
    const options = page.getByRole("dialog", { name: "分享选项" });
    await expect(options.getByRole("button", { name: "复制文字" })).toBeVisible();
    return options;
  },
  "how the service level is taken": async (page) => {
    await page.getByRole("button", { name: /^服务水平.*算法$/ }).click();
    return page.getByRole("dialog", { name: "服务水平的算法" });
  },
  "saved views": async (page) => {
    await page.getByRole("button", { name: "视图", exact: true }).click();
    const panel = page.getByRole("dialog", { name: "视图", exact: true });
    await panel.getByRole("textbox", { name: "视图名称" }).fill("早班");
    await page.keyboard.press("Enter");
    await expect(panel.getByText("当前视图已保存为“早班”")).toBeVisible();
    return panel;
  },
};

async function setTheme(page: Page, colorScheme: "light" | "dark") {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await expect(page.locator("html")).toHaveCSS("color-scheme", colorScheme);
}

/** Every text can be read in either theme, and axe has no serious finding: of colours it looks at fewer texts. */
async function expectAccessible(page: Page, what: string, still?: Locator) {
  await setTheme(page, "light");
  // What comes or changes its colours fades for a moment.
  await expect.poll(() => illegibleTexts(page), `${what}, light`).toEqual([]);
  await setTheme(page, "dark");
  await expect.poll(() => illegibleTexts(page), `${what}, dark`).toEqual([]);
  if (still) expect(await still.isVisible(), `${what}: it was still there`).toBe(true);
  expect(await seriousFindings(page, { but: ["color-contrast"] }), what).toEqual([]);
  await setTheme(page, "light");
  expect(await seriousFindings(page, { only: ["link-in-text-block"] }), what).toEqual([]);
}

function testStates(states: Readonly<Record<string, Show>>) {
  for (const [state, show] of Object.entries(states))
    test(`every text is legible and axe finds nothing serious: ${state}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
      const still = await show(page);
      await expectAccessible(page, state, still ?? undefined);
    });
}

testStates(STATES);
test.describe(() => {
  test.use({ expectedErrors: /Failed to load resource/ });
  testStates(FAILING);
});

test("every text is legible and axe finds nothing serious: whatever opens over the rows", async ({
  page,
}) => {
  await shown(page, "/?range=yesterday&phone=0571");
  for (const [what, open] of Object.entries(OVER_ROWS)) {
    const opened = await open(page);
    await expect(opened).toBeVisible();
    await expectAccessible(page, what, opened);
    await page.keyboard.press("Escape");
    await expect(opened).toBeHidden();
  }
});

test("in forced colours words keep their room, and what is chosen or toned is still told", async ({
  page,
}) => {
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
