import type { Page } from "playwright/test";
import { facetOf, panelCounted } from "../filters/facet-panel.ts";
import { seriousFindings } from "../kit/axe-findings.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

/** States of the screen that look different, each with what shows that it is there. */
const STATES = {
  "rows and a dropped part": async (page: Page) => {
    await page.goto("/?range=last7d&disposition=Success&page=two");
    await screenOf(page).settled();
  },
  "all facets, compared": async (page: Page) => {
    await page.goto("/?range=last7d&disposition=Success,NoAnswer");
    for (const title of ["通话类型", "坐席", "技能组", "满意度描述", "满意度渠道", "未接通原因"])
      await facetOf(page, title).open();
    await page.getByRole("checkbox", { name: "与上周同期相比" }).check();
    await panelCounted(page);
    await facetOf(page, "挂断原因").row("正常结束").hover();
  },
  "an open record": async (page: Page) => {
    await page.goto("/?range=last7d");
    await screenOf(page).settled();
    await screenOf(page).rows.first().click();
    await expect(screenOf(page).drawer).toContainText("通话 ID");
    const timeline = page.getByRole("region", { name: "时间线" });
    await expect(timeline).toContainText("按云服务的事件绘制");
    await timeline.getByText(/^事件列表/).click();
  },
  "no rows, by contact id": async (page: Page) => {
    await page.goto("/?range=last7d&contact=job-1&disposition=Success");
    await expect(page.getByText("没有这个 ID 的通话")).toBeVisible();
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
  "how a view is handed on": async (page: Page) => {
    await page.goto("/?range=yesterday&phone=0571");
    await screenOf(page).settled();
    await page.getByRole("button", { name: "分享选项" }).click();
    const options = page.getByRole("dialog", { name: "分享选项" });
    await expect(options.getByRole("button", { name: "复制文字" })).toBeVisible();
  },
  "saved views": async (page: Page) => {
    await page.goto("/?range=yesterday");
    await screenOf(page).settled();
    await page.getByRole("button", { name: "视图", exact: true }).click();
    const panel = page.getByRole("dialog", { name: "视图", exact: true });
    await panel.getByRole("textbox", { name: "视图名称" }).fill("早班");
    await page.keyboard.press("Enter");
    await expect(panel.getByText("当前视图已保存为“早班”")).toBeVisible();
  },
  "how the service level is taken": async (page: Page) => {
    await page.goto("/?range=yesterday");
    await page.getByRole("button", { name: /^服务水平.*算法$/ }).click();
    await expect(page.getByRole("dialog", { name: "服务水平的算法" })).toBeVisible();
  },
  "filters over the table": async (page: Page) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/?range=last7d");
    await screenOf(page).settled();
    await page.getByRole("button", { name: /筛选$/ }).click();
    await expect(page.getByRole("dialog", { name: "筛选" })).toBeVisible();
  },
};

for (const theme of ["light", "dark"] as const)
  for (const [state, show] of Object.entries(STATES))
    test(`axe finds nothing serious: ${state}, ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await show(page);
      expect(await seriousFindings(page)).toEqual([]);
    });
