import type { Page } from "playwright/test";
import { screenOf } from "./screen.ts";
import { expect, test as base } from "./server-fixture.ts";
import { startServer } from "./start-server.ts";
import { startUpstreamProxy, type UpstreamProxy } from "./upstream-proxy.ts";

const KEYS = {
  ALIBABA_CLOUD_ACCESS_KEY_ID: "LTAIe2etestkey",
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: "e2e-secret",
};

/** The server with a way to its upstream that can be slow, or fail. */
const test = base.extend<object, { way: UpstreamProxy }>({
  way: [
    async ({}, use) => {
      const upstream = await startServer({ ...KEYS, SAMPLE_RECORDS: "20000" }, [
        "src/embedded/upstream-command.ts",
        "--port",
        "0",
      ]);
      const proxy = await startUpstreamProxy(upstream.url);
      await use(proxy);
      proxy.close();
      await upstream.stop();
    },
    { scope: "worker" },
  ],
  server: [
    async ({ way }, use) => {
      const server = await startServer({
        ...KEYS,
        CCC_ENDPOINT: way.url,
        UPSTREAM_TIMEOUT_MS: "2000",
      });
      await use(server);
      expect(await server.stop(), server.output()).toBe(0);
    },
    { scope: "worker" },
  ],
});

test.use({ expectedErrors: /Failed to load resource/ });
test.afterEach(({ way }) => {
  way.setFault("none");
  way.setDelay(0);
});

const histogramOf = (page: Page) => page.getByRole("region", { name: "通话量", exact: true });
const summaryOf = (page: Page) => page.getByRole("region", { name: "概要" });

test("what is not counted yet is pending and never 0", async ({ page, way }) => {
  await page.goto("/?range=yesterday");
  await screenOf(page).settled();
  await histogramOf(page).getByRole("button", { name: "表格" }).click();
  await expect(histogramOf(page)).toHaveAttribute("data-counts", "known");
  way.setDelay(700);
  await page.getByText("近 30 天", { exact: true }).click();
  // In one look, for what is pending is soon there.
  const looked = await page.waitForFunction(() => {
    const parts = [...document.querySelectorAll('main [data-counts="partial"]')];
    const cells = parts.flatMap((part) => [...part.querySelectorAll("td")]);
    const counting = parts.flatMap((part) => [...part.querySelectorAll('[aria-label="正在计算"]')]);
    return parts.length === 2 && cells.length === 30 && counting.length > 0
      ? { cells: cells.map((cell) => cell.textContent), text: parts[0]?.textContent }
      : null;
  });
  const early = await looked.jsonValue();
  expect(early?.cells).toContain("计数中");
  expect(early?.text).not.toContain("0.0%");
  way.setDelay(0);
  await expect(histogramOf(page)).toHaveAttribute("data-counts", "known");
  await expect(summaryOf(page)).toHaveAttribute("data-counts", "known");
  await expect(summaryOf(page).getByRole("img", { name: "正在计算" })).toHaveCount(0);
  const late = await histogramOf(page).getByRole("cell").allInnerTexts();
  expect(late).not.toContain("计数中");
  // What was told before all was known is what is told now.
  expect(early?.cells).toEqual(
    late.map((text, index) => (early?.cells[index] === "计数中" ? "计数中" : text)),
  );
});

test("counts that fail say so in their place, and a retry mends them", async ({ page, way }) => {
  // Nearly all calls, but another question than above, whose answer is kept for a while.
  await page.goto("/?range=yesterday&phone=1");
  await screenOf(page).settled();
  await expect(histogramOf(page)).toHaveAttribute("data-counts", "known");
  // Probes only: the rows come.
  way.setFault("no-counts");
  await page.getByText("近 30 天", { exact: true }).click();
  await expect(histogramOf(page)).toHaveAttribute("data-counts", "failed", {
    // Each probe is tried again until its deadline.
    timeout: 60_000,
  });
  await expect(histogramOf(page)).toContainText("云服务出错");
  await expect(summaryOf(page)).toHaveAttribute("data-counts", "failed");
  await expect(page.getByRole("alert")).toBeHidden();
  await expect(screenOf(page).rows.first()).toBeVisible();

  way.setFault("none");
  await histogramOf(page).getByRole("button", { name: "重试" }).click();
  await expect(histogramOf(page)).toHaveAttribute("data-counts", "known");
  await expect(page.getByRole("slider")).toBeVisible();
  await summaryOf(page).getByRole("button", { name: "重试" }).click();
  await expect(summaryOf(page)).toHaveAttribute("data-counts", "known");
  await expect(summaryOf(page)).toContainText(/接通率[\d.]+%/);
});
