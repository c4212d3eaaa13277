import type { Locator } from "playwright/test";
import { DAY_MS } from "#contract/time/durations.ts";
import { TEST_INSTANT } from "../clock/test-instant.ts";
import { panelCounted } from "../filters/facet-panel.ts";
import { expect, test } from "../kit/proxy-fixture.ts";
import { screenOf } from "../kit/screen.ts";
import type { Fault } from "../kit/upstream-proxy.ts";

let rangesAsked = 0;
/**
 * The last 30 days in instants that nobody has asked for: of a range that was asked a moment ago the
 * server still has the answers, and no fault would be met.
 */
function lately(more = ""): string {
  const to = TEST_INSTANT - (rangesAsked += 1);
  return `/?from=${to - 30 * DAY_MS}&to=${to}${more}`;
}

test.use({ expectedErrors: /Failed to load resource/ });
test.afterEach(({ way }) => {
  way.setFault("none");
  way.setDelay(0);
});

/** Asks again for what the alert is about, unless it has come by itself before one gets to the button. */
async function retry(alert: Locator) {
  const press = alert.getByRole("button", { name: "重试" }).click();
  // Whether it is mended is for the alert to say.
  await Promise.race([press.catch(() => undefined), alert.waitFor({ state: "hidden" })]);
}

const FAULTS: readonly [Fault, string][] = [
  ["hang", "云服务响应超时"],
  ["html", "云服务返回的不是数据"],
  ["truncated", "云服务返回的数据不完整"],
  ["code-not-ok", "云服务返回了失败结果"],
  ["throttled", "云服务暂时限流"],
  ["failed", "云服务出错"],
];

const FINAL_FAULTS: readonly [Fault, string][] = [["bad-key", "云服务拒绝了访问凭证"]];

for (const [fault, title] of FAULTS)
  test(`${fault}: the error has its own words, the rows stay, a retry mends it`, async ({
    page,
    way,
  }) => {
    const screen = screenOf(page);
    await page.goto(lately("&page=2"));
    await screen.settled();

    way.setFault(fault);
    await page.getByRole("button", { name: "下一页" }).click();
    const alert = page.getByRole("alert");
    await expect(alert).toContainText(title, { timeout: 15_000 });
    await expect(alert).toContainText("请求 ID");
    await expect(alert).not.toContainText("19900001234");
    await expect(page.getByText("第 3 页读取失败")).toBeInViewport();
    await expect(page.getByRole("button", { name: "导出本页" })).toBeDisabled();
    // The rows of page 2 are still there, above those that failed.
    await screen.grid.hover();
    await page.mouse.wheel(0, -300);
    await expect(screen.cell(198, "startTime")).toBeInViewport();
    await expect(screen.cell(198, "startTime")).toContainText(/\d\d:\d\d:\d\d/);

    way.setFault("none");
    await retry(alert);
    await screen.settled();
    await expect(alert).toBeHidden();
    await expect(screen.cell(200, "startTime")).toContainText(/\d\d:\d\d:\d\d/);
  });

for (const [fault, title] of FINAL_FAULTS)
  test(`${fault}: the error says so and offers no retry, which could not mend it`, async ({
    page,
    way,
  }) => {
    const screen = screenOf(page);
    await page.goto(lately("&page=2"));
    await screen.settled();
    // Counts that were still on their way would fail with it, and say so themselves. They may come slowly:
    // by the test before the server has learned that the cloud throttles.
    const unknown = page.locator('[data-counts]:not([data-counts="known"])');
    await expect(unknown).toHaveCount(0, { timeout: 60_000 });
    way.setFault(fault);
    await page.getByRole("button", { name: "下一页" }).click();
    await expect(page.getByRole("alert")).toContainText(title);
    await expect(page.getByRole("button", { name: "重试" })).toBeHidden();
    await expect(screen.rows.first()).toBeVisible();
  });

test("reset: the rows stay, and what is missing comes by itself once the cloud is back", async ({
  page,
  way,
}) => {
  const screen = screenOf(page);
  await page.goto(lately("&page=2"));
  await screen.settled();
  await expect(page).toHaveTitle(/通话记录/);
  way.setFault("reset");
  await page.getByRole("button", { name: "下一页" }).click();
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("无法连接云服务");
  await expect(alert).toContainText("请求 ID");
  await expect(alert).toContainText("恢复后会自动刷新");
  // The one notice says why, and has the one button.
  await expect(page.getByText("第 3 页读取失败", { exact: true })).toBeInViewport();
  await expect(page.getByRole("button", { name: "重试" })).toHaveCount(1);
  way.setFault("none");
  await expect(alert).toBeHidden({ timeout: 45_000 });
  await screen.settled();
  await expect(screen.cell(200, "startTime")).toContainText(/\d\d:\d\d:\d\d/);
});

test("a count that fails is said to have failed, and can be counted again", async ({
  page,
  way,
}) => {
  const screen = screenOf(page);
  const view = lately();
  await page.goto(view);
  await screen.settled();
  way.setFault("no-counts");
  // Far from page 1, which would bring the count with it.
  await page.goto(`${view}&page=4`);
  await expect(screen.pager).toContainText(/第 301–\d+ 条，总数未知/, { timeout: 15_000 });
  way.setFault("none");
  await screen.pager.getByRole("button", { name: "重新计数" }).click();
  await expect(screen.pager).toContainText(/共 [\d,]+ 条/);
});

test("a page that failed is tried again while one in front of it is still on its way", async ({
  page,
  way,
}) => {
  const screen = screenOf(page);
  way.setFault("failed", ({ PageNumber }) => PageNumber === "3");
  await page.goto(lately("&page=4"));
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("云服务出错");
  // To where pages 2 and 3 meet; neither is here.
  way.setDelay(900);
  await page.locator("#records").evaluate((element) => element.scrollBy(0, -105 * 34));
  await expect(screen.row(195)).toBeInViewport();
  await expect(screen.row(200)).toBeInViewport();
  way.setFault("none");
  await retry(alert);
  for (const row of [195, 200])
    await expect(screen.cell(row, "startTime")).toContainText(/\d\d:\d\d:\d\d/);
  await expect(alert).toBeHidden();
});

test("a page that is flown past is no longer asked for", async ({ page, way }) => {
  const screen = screenOf(page);
  await page.goto(lately("&page=2"));
  await screen.settled();
  way.setFault("hang");
  const pageOf = (url: string) => new URL(url).searchParams.get("page");
  const asked = page.waitForRequest((request) => pageOf(request.url()) === "4");
  const field = page.getByRole("textbox", { name: "页码" });
  await field.fill("4");
  await field.press("Enter");
  await asked;
  const givenUp = page.waitForEvent("requestfailed", (request) => pageOf(request.url()) === "4");
  await field.fill("6");
  await field.press("Enter");
  expect((await givenUp).failure()?.errorText).toContain("ABORTED");
});

test("a drawer that could only be filled from the list says so", async ({ page, way }) => {
  const screen = screenOf(page);
  await page.goto(lately());
  await screen.settled();
  way.setFault("failed");
  await screen.rows.first().click();
  await expect(screen.drawer.getByRole("alert")).toContainText("可能不是最新", { timeout: 15_000 });
  await expect(screen.drawer).toContainText("开始时间");
  way.setFault("none");
  await screen.drawer.getByRole("button", { name: "重试" }).click();
  await expect(screen.drawer.getByRole("alert")).toBeHidden();
  // What stands on the record follows by itself.
  await expect(screen.drawer).toContainText("按云服务的事件绘制");
});

test("events that fail are said to have failed, and can be asked for again", async ({
  page,
  way,
}) => {
  const screen = screenOf(page);
  await page.goto(lately());
  await screen.settled();
  way.setFault("no-events");
  await screen.rows.first().click();
  await expect(screen.drawer).toContainText("没有取得事件（云服务出错）", { timeout: 15_000 });
  await expect(screen.drawer.getByRole("alert")).toBeHidden();
  way.setFault("none");
  await screen.drawer.getByRole("button", { name: "重试" }).click();
  await expect(screen.drawer).toContainText("按云服务的事件绘制");
});

test("a first load that fails is an error and never an empty result", async ({ page, way }) => {
  way.setFault("failed");
  await page.goto(lately());
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("云服务出错");
  await expect(page.getByText("没有符合条件的通话")).toBeHidden();
  await expect(page.getByText("共 0 条")).toBeHidden();
  way.setFault("none");
  await retry(alert);
  await expect(alert).toBeHidden();
});

test("no permission has its own screen, without rows and without a retry", async ({
  page,
  way,
}) => {
  const screen = screenOf(page);
  await page.goto(lately("&page=2"));
  await screen.settled();
  way.setFault("forbidden");
  await page.getByRole("button", { name: "下一页" }).click();
  await expect(page.getByRole("alert")).toContainText("没有读取通话记录的权限");
  await expect(page.getByRole("button", { name: "重试" })).toBeHidden();
  await expect(screen.grid).toBeHidden();
});

test("records with missing, odd and unknown fields are shown as far as they are known", async ({
  page,
  way,
}) => {
  way.setFault("odd-records");
  const screen = screenOf(page);
  await page.goto(lately());
  await screen.settled();
  await expect(screen.rows).toHaveCount(4);
  expect(await screen.column("挂断原因")).toEqual(["AbandonedOnHold", "–", "–", "–"]);
  expect(await screen.column("通话类型")).toEqual(["–", "呼入", "–", "–"]);
  expect(await screen.column("通话时长")).toEqual(["–", "0:12", "–", "–"]);
});

test("an instance that does not exist is said to be so", async ({ page }) => {
  await page.goto("/?instance=ccc-nowhere");
  await expect(page.getByRole("alert")).toContainText("实例不存在");
});

test("a link to a call that does not exist says so in its drawer", async ({ page }) => {
  await page.goto("/?record=job-nowhere");
  await expect(screenOf(page).drawer.getByRole("alert")).toContainText("找不到这条通话");
});

test("a cloud in trouble of its own is one notice, and all comes by itself when it is over", async ({
  page,
  way,
}) => {
  const screen = screenOf(page);
  await page.goto(lately());
  await screen.settled();
  await panelCounted(page);
  way.setFault("failed");
  await screen.chooseRange("近 30 天");
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("云服务出错", { timeout: 15_000 });
  await expect(alert).toContainText("恢复后会自动刷新");
  await expect(alert).toHaveCount(1);
  await expect(page.locator('[data-counts="failed"]').first()).toBeAttached({ timeout: 30_000 });
  await expect(page.getByRole("button", { name: /重试|重新计数|重新统计/ })).toHaveCount(1);
  await expect(page.getByText(/统计失败|统计不完整/).filter({ visible: true })).toHaveCount(0);
  way.setFault("none");
  await expect(alert).toBeHidden({ timeout: 60_000 });
  await screen.settled();
  await expect(page.locator('[data-counts]:not([data-counts="known"])')).toHaveCount(0);
});
