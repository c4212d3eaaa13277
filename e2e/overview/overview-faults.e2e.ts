import type { Page } from "playwright/test";
import { DAY_MS } from "#contract/time/durations.ts";
import { TEST_INSTANT } from "../clock/test-instant.ts";
import { expect, test } from "../kit/proxy-fixture.ts";
import { screenOf } from "../kit/screen.ts";

test.use({
  // Too many calls to read them all.
  upstreamEnv: { SAMPLE_RECORDS: "20000" },
  serverEnv: { UPSTREAM_TIMEOUT_MS: "6000" },
  expectedErrors: /Failed to load resource/,
});
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
  await expect(summaryOf(page)).toHaveAttribute("data-counts", "known");
  // Beside them stands the choice of the service level.
  const all = summaryOf(page).locator("button:not([aria-haspopup])");
  const figures = await all.allInnerTexts();
  expect(figures).toHaveLength(10);
  way.setDelay(700);
  await screenOf(page).chooseRange("近 30 天");
  // In one look, for what is pending is soon there.
  const looked = await page.waitForFunction(() => {
    const parts = [...document.querySelectorAll('main [data-counts="partial"]')];
    const cells = parts.flatMap((part) => [...part.querySelectorAll("td")]);
    const counting = parts.flatMap((part) => [
      ...part.querySelectorAll('button[aria-busy="true"]'),
    ]);
    return parts.length === 2 && cells.length === 30 && counting.length === 10
      ? {
          cells: cells.map((cell) => cell.textContent),
          figures: counting.map((one) => one.textContent),
          names: counting.map((one) => one.getAttribute("aria-label")),
        }
      : null;
  });
  const early = await looked.jsonValue();
  expect(early?.cells).toContain("统计中");
  // The figures are those from before, and say so.
  expect(early?.figures).toEqual(figures);
  for (const name of early?.names ?? []) expect(name).toContain("，正在更新");
  way.setDelay(0);
  await expect(histogramOf(page)).toHaveAttribute("data-counts", "known");
  await expect(summaryOf(page)).toHaveAttribute("data-counts", "known");
  await expect(summaryOf(page).getByRole("button", { name: /正在/ })).toHaveCount(0);
  await expect(all).not.toHaveText(figures);
  const late = await histogramOf(page).getByRole("cell").allInnerTexts();
  expect(late).not.toContain("统计中");
  // What was told before all was known is what is told now.
  expect(early?.cells).toEqual(
    late.map((text, index) => (early?.cells[index] === "统计中" ? "统计中" : text)),
  );
});

test("counts that fail say so in their place, and a retry mends them", async ({ page, way }) => {
  // Nearly all calls, but another question than above, whose answer is kept for a while.
  await page.goto("/?range=yesterday&phone=1");
  await screenOf(page).settled();
  await expect(histogramOf(page)).toHaveAttribute("data-counts", "known");
  // Probes only: the rows come.
  way.setFault("no-counts");
  await screenOf(page).chooseRange("近 30 天");
  await expect(histogramOf(page)).toHaveAttribute("data-counts", "failed", {
    // Each probe is tried again until its deadline.
    timeout: 60_000,
  });
  await expect(histogramOf(page)).toContainText("统计不完整： 云服务出错");
  await expect(summaryOf(page)).toHaveAttribute("data-counts", "failed");
  // What fails together is read out once.
  await expect(page.getByRole("main").getByRole("status").filter({ hasText: "不完整" })).toHaveText(
    ["概要统计不完整： 云服务出错"],
  );
  await expect(page.getByRole("alert")).toBeHidden();
  await expect(screenOf(page).rows.first()).toBeVisible();

  way.setFault("none");
  way.setDelay(2500);
  const retry = histogramOf(page).getByRole("button", { name: "重试" });
  await expect(page.getByRole("slider")).toHaveAttribute("aria-valuetext", /统计失败/);
  await retry.focus();
  await page.keyboard.press("Enter");
  // It stays under the finger until it is known what came of it.
  await expect(retry).toHaveAttribute("aria-busy", "true");
  await expect(retry).toBeFocused();
  await expect(histogramOf(page)).toHaveAttribute("data-counts", "partial");
  way.setDelay(0);
  await expect(histogramOf(page)).toHaveAttribute("data-counts", "known");
  await expect(retry).toBeHidden();
  await summaryOf(page).getByRole("button", { name: "重试" }).click();
  await expect(summaryOf(page)).toHaveAttribute("data-counts", "known");
  await expect(summaryOf(page)).toContainText(/接通率[\d.]+%/);
});

test("an earlier period that cannot be counted takes nothing from the present one", async ({
  page,
  way,
}) => {
  await page.goto("/?range=last30d&phone=9");
  await screenOf(page).settled();
  await histogramOf(page).getByRole("button", { name: "表格" }).click();
  await expect(histogramOf(page)).toHaveAttribute("data-counts", "known");
  await expect(summaryOf(page)).toHaveAttribute("data-counts", "known");
  // Of none there is nothing to go to.
  const enabled = summaryOf(page).locator('button:not([aria-disabled="true"])');
  const figures = await enabled.allInnerTexts();
  const present = histogramOf(page).locator("tbody td:nth-child(2)");
  const counts = await present.allInnerTexts();
  expect(counts).toHaveLength(30);

  way.setFault("failed", ({ StartTime }) => Number(StartTime) < TEST_INSTANT - 31 * DAY_MS);
  await page.getByRole("checkbox", { name: "与上周同期相比" }).check();
  await expect(histogramOf(page)).toContainText("对比时段统计不完整：", { timeout: 60_000 });
  await expect(summaryOf(page)).toContainText("上周同期的概要统计不完整：");
  await expect(summaryOf(page).getByRole("status")).toHaveCount(1);
  await expect(histogramOf(page).getByRole("status")).toHaveCount(0);
  expect(await present.allInnerTexts()).toEqual(counts);
  await expect(histogramOf(page).getByRole("cell", { name: "统计失败" }).first()).toBeVisible();
  await expect(histogramOf(page)).toHaveAttribute("data-counts", "known");
  await expect(summaryOf(page)).toHaveAttribute("data-counts", "known");
  await expect(enabled.filter({ hasNotText: "重试" })).toHaveText(figures);

  way.setFault("none");
  await histogramOf(page).getByRole("button", { name: "重试" }).click();
  await summaryOf(page).getByRole("button", { name: "重试" }).click();
  await expect(summaryOf(page)).toContainText("个百分点");
  await expect(histogramOf(page)).not.toContainText("不完整");
  await expect(summaryOf(page)).not.toContainText("不完整");
});

test("whoever stands on a figure stays on it while it is counted anew", async ({ page }) => {
  await page.goto("/?range=last30d&phone=8");
  await screenOf(page).settled();
  await expect(summaryOf(page)).toHaveAttribute("data-counts", "known");
  const share = summaryOf(page).getByRole("button", { name: /^放弃率 / });
  const before = await share.innerText();
  // Every state is heard of, however short it is.
  await share.evaluate((button) => {
    const seen: object[] = [];
    Object.assign(globalThis, { seen });
    const part = button.closest("section");
    const look = () =>
      seen.push({
        isBusy: button.getAttribute("aria-busy") === "true",
        text: button.textContent,
        isFocused: document.activeElement === button,
        counts: part?.dataset["counts"],
      });
    if (part) new MutationObserver(look).observe(part, { subtree: true, attributes: true });
  });
  await share.focus();
  // As when it refreshes by itself: the focus does not go to a button.
  await page.getByRole("button", { name: "刷新", exact: true }).dispatchEvent("click");
  await page.waitForFunction(() =>
    // Put there above.
    (globalThis as unknown as { seen: { isBusy: boolean }[] }).seen.some(({ isBusy }) => isBusy),
  );
  await expect(summaryOf(page)).toHaveAttribute("data-counts", "known");
  await expect(share).toBeFocused();
  const seen = await page.evaluate(
    // Put there above.
    () =>
      (globalThis as unknown as { seen: { isBusy: boolean; text: string; isFocused: boolean }[] })
        .seen,
  );
  const busy = seen.filter(({ isBusy }) => isBusy);
  expect(busy).toContainEqual({ isBusy: true, text: before, isFocused: true, counts: "partial" });
  expect(busy.map(({ text }) => text)).toEqual(busy.map(() => before));
  expect(seen.map(({ isFocused }) => isFocused)).toEqual(seen.map(() => true));
});
