import type { Page } from "playwright/test";
import { expect, numberOf, test } from "./overview-calls.ts";
import { screenOf } from "../kit/screen.ts";
import { OFFLINE_ERRORS } from "../kit/server-fixture.ts";

const banner = (page: Page) => page.getByRole("region", { name: "越线提醒" });

/** Adds a rule for the filters in view, by the bell. */
async function addRule(page: Page, figure: string, value: string, window: string): Promise<void> {
  await page.getByRole("button", { name: /^指标提醒/ }).click();
  const panel = page.getByRole("dialog", { name: "指标提醒" });
  await panel.getByRole("button", { name: "添加规则" }).click();
  await panel.getByRole("combobox", { name: "指标" }).selectOption(figure);
  await panel.getByRole("textbox", { name: "阈值" }).fill(value);
  await panel.getByRole("combobox", { name: "统计时段" }).selectOption(window);
  await panel.getByRole("button", { name: "保存" }).click();
}

test("a figure that crosses its threshold is told in every tab, once, with its calls and a way to quiet it", async ({
  page,
  context,
  calls,
}) => {
  await page.goto("/?range=last7d&type=Inbound");
  const other = await context.newPage();
  await other.goto("/?range=last7d");
  await screenOf(other).settled();
  let asked = 0;
  for (const tab of [page, other])
    tab.on("request", (request) => {
      const body = request.postData() ?? "";
      // Up to a whole minute, as no view on the screen is.
      if (/to=\d+9999&disposition=Abandoned/.test(body)) asked += 1;
    });
  await page.bringToFront();
  await screenOf(page).settled();
  await addRule(page, "放弃率", "10", "近 60 分钟");
  const alarm = /放弃率 ([\d.]+)%：近 60 分钟放弃率高于 10%，自 \d\d:\d\d/;
  await expect(banner(page)).toContainText(alarm);
  await expect(banner(other)).toContainText(alarm);
  // One tab asks for both.
  expect(asked).toBe(1);
  await expect(page.getByRole("button", { name: "指标提醒：1 条规则，1 条越线" })).toBeVisible();

  const [, told] = alarm.exec(await banner(page).innerText()) ?? [];
  await page.keyboard.press("Escape");
  await banner(page).getByRole("button", { name: "查看通话" }).click();
  await expect(page).toHaveURL(/to=\d+9999&disposition=Abandoned.*&type=Inbound$/);
  const params = new URL(page.url()).searchParams;
  const times = ["from", "to"].map((name) => Number(params.get(name)));
  const inTime = "StartTime BETWEEN $1 AND $2 AND ContactType = 'Inbound'";
  const inbound = await numberOf(calls, "COUNT(*)", inTime, times);
  const abandoned = await numberOf(
    calls,
    "COUNT(*)",
    `${inTime} AND ContactDisposition::VARCHAR LIKE 'Abandoned%'`,
    times,
  );
  expect(Number(told)).toBe(Math.round((1000 * abandoned) / inbound) / 10);
  await expect.poll(() => screenOf(page).total()).toBe(abandoned);
  await banner(other).getByRole("button", { name: "一小时内不提醒" }).click();
  await expect(banner(page)).toBeEmpty();
  await page.reload();
  await expect(page.getByRole("button", { name: "指标提醒：1 条规则，1 条越线" })).toBeVisible();
  await expect(banner(page)).toBeEmpty();
});

test.describe(() => {
  test.use({ expectedErrors: OFFLINE_ERRORS });

  test("a rule is changed, taken out and put back; a check that fails is told as none", async ({
    page,
    context,
  }) => {
    await page.goto("/?range=last7d");
    await screenOf(page).settled();
    await addRule(page, "通话量", "0", "近 60 分钟");
    await expect(banner(page)).toContainText("近 60 分钟通话量高于 0 条");
    const panel = page.getByRole("dialog", { name: "指标提醒" });
    await panel.getByRole("button", { name: /^修改规则/ }).click();
    await panel.getByRole("textbox", { name: "阈值" }).fill("9000");
    await panel.getByRole("button", { name: "保存" }).click();
    await expect(banner(page)).toBeEmpty();
    await expect(panel.getByRole("listitem")).toContainText(
      /全部通话\d+ 条（\d+ 条），\d\d:\d\d 统计/,
    );
    await panel.getByRole("button", { name: /^删除规则/ }).click();
    await expect(panel.getByRole("listitem")).toHaveCount(0);
    await context.setOffline(true);
    await panel.getByRole("button", { name: "撤销" }).click();
    await expect(panel.getByRole("listitem")).toContainText(/自 \d\d:\d\d 起未能统计/);
    await expect(banner(page)).toContainText(/1 条提醒规则自 \d\d:\d\d 起未能统计/);
    await context.setOffline(false);
  });
});
