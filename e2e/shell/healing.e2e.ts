import type { Request } from "playwright/test";
import { facetOf, panelCounted } from "../filters/facet-panel.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test as base } from "../kit/server-fixture.ts";
import { startServer, type RunningServer } from "../kit/start-server.ts";

const pathOf = (request: Request) => new URL(request.url()).pathname;

interface Power {
  readonly first: RunningServer;
  down(): Promise<void>;
  up(): Promise<void>;
}

const SAMPLE = { SAMPLE_RECORDS: "2000", SAMPLE_SEED: "7" };

/** A server that can go away and come back at the same address, with the same calls. */
const test = base.extend<object, { power: Power }>({
  power: [
    async ({}, use) => {
      const first = await startServer(SAMPLE);
      const PORT = new URL(first.url).port;
      let running: RunningServer | undefined = first;
      await use({
        first,
        down: async () => {
          await running?.stop();
          running = undefined;
        },
        up: async () => {
          running = await startServer({ ...SAMPLE, PORT });
        },
      });
      await running?.stop();
    },
    { scope: "worker" },
  ],
  server: [async ({ power }, use) => use(power.first), { scope: "worker" }],
});

test.use({
  expectedErrors: /ERR_CONNECTION|Failed to load resource|Failed to fetch|Could not be fetched/,
});
test.setTimeout(180_000);

test("after an outage all comes back by itself, rows first, and one notice spoke for all", async ({
  page,
  power,
}) => {
  const screen = screenOf(page);
  await page.goto("/?range=last7d");
  await screen.settled();
  await expect(page).toHaveTitle(/近 7 天/);
  await panelCounted(page);
  // The code of the chart comes last.
  await page.locator("canvas").first().waitFor();

  await power.down();
  const asked: Request[] = [];
  page.on("request", (request) => asked.push(request));
  await facetOf(page, "通话类型").open();
  await facetOf(page, "挂断原因").row("正常结束").click();
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("无法连接 Callscope 服务");
  await expect(alert).toContainText("恢复后会自动刷新");
  await expect(alert).toHaveCount(1);
  await expect(page.getByRole("button", { name: /重试|重新计数|重新统计/ })).toHaveCount(1);
  await expect(page.getByText(/统计失败|统计不完整/).filter({ visible: true })).toHaveCount(0);
  await expect(screen.rows.first()).toBeVisible();

  await power.up();
  await expect(alert).toBeHidden({ timeout: 60_000 });
  await screen.settled();
  await panelCounted(page);
  await expect(page.locator('[data-counts]:not([data-counts="known"])')).toHaveCount(0);
  expect(new Set(await screen.column("挂断原因"))).toEqual(new Set(["正常结束"]));

  // The last that met no server may have been sent after the notice was read: only what reached one counts.
  const reached = asked.filter((request) => !/CONNECTION/.test(request.failure()?.errorText ?? ""));
  const again = reached.map(pathOf).filter((path) => path.startsWith("/api/"));
  expect(again[0]).toBe("/api/records");
  expect(again.filter((path) => path === "/api/records").length).toBeLessThanOrEqual(2);
  expect(again.filter((path) => path === "/api/counts").length).toBeLessThanOrEqual(3);
  // The distances grow: in a minute there are hardly more tries than these.
  expect(asked.map(pathOf).filter((path) => path === "/healthz").length).toBeLessThanOrEqual(12);
});

test("the network that is back is noticed at once", async ({ page, context, power }) => {
  expect(power.first.url).toMatch(/^http/);
  const screen = screenOf(page);
  await page.goto("/?range=last7d");
  await screen.settled();
  await expect(page).toHaveTitle(/近 7 天/);
  await page.locator("canvas").waitFor();
  await context.setOffline(true);
  await facetOf(page, "挂断原因").row("排队放弃").click();
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("无法连接 Callscope 服务");
  await context.setOffline(false);
  await expect(alert).toBeHidden();
  await screen.settled();
  expect(new Set(await screen.column("挂断原因"))).toEqual(new Set(["排队放弃"]));
});

test("parts whose code was wanted in an outage have no retry of their own, and come by themselves", async ({
  page,
  power,
}) => {
  const screen = screenOf(page);
  await page.goto("/?range=last7d");
  await screen.settled();
  await page.locator("canvas").first().waitFor();
  await power.down();
  await facetOf(page, "挂断原因").row("正常结束").click();
  await expect(page.getByRole("alert")).toContainText("无法连接 Callscope 服务");
  await page.getByRole("button", { name: "快捷键" }).click();
  await screen.rows.first().click();
  await expect(page.getByText("这一部分加载失败")).toHaveCount(2);
  await expect(page.getByRole("alert")).toHaveCount(1);
  await expect(page.getByRole("button", { name: /重试|重新加载页面/ })).toHaveCount(1);

  await power.up();
  await expect(page.getByRole("dialog", { name: "键盘快捷键" })).toBeVisible({ timeout: 60_000 });
  await expect(screen.drawer).toContainText("通话 ID");
  // Its code stands on the drawer's, which failed.
  await expect(screen.drawer.getByRole("button", { name: "播放", exact: true })).toBeVisible();
  await expect(page.getByText("这一部分加载失败")).toHaveCount(0);
});
