import type { BrowserContext, Page } from "playwright/test";
import { screenOf } from "../kit/screen.ts";
import { expect, OFFLINE_ERRORS, test } from "../kit/server-fixture.ts";

test.use({ expectedErrors: OFFLINE_ERRORS });

test.beforeEach(async ({ page }) => {
  await page.goto("/?range=last7d");
  await screenOf(page).settled();
  // The code of all else is here.
  await page.locator("canvas").waitFor();
});

async function goOnline(context: BrowserContext, page: Page) {
  await context.setOffline(false);
  // The browser takes a moment.
  const reaches = () =>
    page.evaluate(() =>
      fetch("/healthz").then(
        (reply) => reply.ok,
        () => false,
      ),
    );
  await expect.poll(reaches).toBe(true);
}

test("a part whose code cannot be fetched says so, and comes when asked for again", async ({
  page,
  context,
}) => {
  await context.setOffline(true);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.getByRole("button", { name: "快捷键" }).click();
  const alert = page.getByRole("banner").getByRole("alert");
  await expect(alert).toContainText("这一部分加载失败");
  // Once, and not each time that something is drawn.
  expect(asked.filter((path) => /shortcuts-dialog.*\.js$/.test(path))).toHaveLength(1);
  await alert.getByRole("button", { name: "重试" }).click();
  await expect(alert).toContainText("这一部分加载失败");
  await goOnline(context, page);
  await alert.getByRole("button", { name: "重试" }).click();
  await expect(page.getByRole("dialog", { name: "键盘快捷键" })).toBeVisible();
  await expect(alert).toBeHidden();
});

test("what could not be done for want of its code can be done once there is a network again", async ({
  page,
  context,
}) => {
  const exported = page.getByRole("button", { name: "导出本页" });
  await context.setOffline(true);
  const failing = page.getByRole("alert").getByText("导出失败");
  await exported.click();
  await expect(failing).toBeVisible();
  // Where a newer edition has replaced it, trying again does not help.
  await expect(failing).toContainText("请刷新页面，当前视图保存在地址里");
  await failing.waitFor({ state: "hidden" });
  await exported.click();
  await expect(failing).toBeVisible();
  await goOnline(context, page);
  const download = page.waitForEvent("download");
  await exported.click();
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
});

test("it comes with its styles, which were not to be had either", async ({ page, context }) => {
  await context.setOffline(true);
  await screenOf(page).timeRange.click();
  const alert = page.getByRole("main").getByRole("alert");
  await expect(alert).toContainText("加载失败");
  await goOnline(context, page);
  await alert.getByRole("button", { name: "重试" }).click();
  await expect(page.getByRole("group", { name: "常用范围" })).toHaveCSS("display", "grid");
});
