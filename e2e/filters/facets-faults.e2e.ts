import { DAY_MS } from "#contract/time/durations.ts";
import { facetOf, panelCounted } from "./facet-panel.ts";
import { TEST_INSTANT } from "../clock/test-instant.ts";
import { expect, test } from "../kit/proxy-fixture.ts";
import { screenOf } from "../kit/screen.ts";

// Rows fail with the counts where the way hangs.
test.use({
  // Too many calls to read them all.
  upstreamEnv: { SAMPLE_RECORDS: "20000", SAMPLE_SEED: "3" },
  // So few at once that the values of a facet come one after another.
  serverEnv: { UPSTREAM_TIMEOUT_MS: "10000", UPSTREAM_CONCURRENCY: "4" },
  expectedErrors: /Failed to load resource/,
});
test.afterEach(({ way }) => {
  way.setFault("none");
  way.setDelay(0);
});

test("a count that failed is not 0, says why, and can be counted again", async ({ page, way }) => {
  const disposition = facetOf(page, "挂断原因");
  const type = facetOf(page, "通话类型");
  await page.goto("/?range=last30d");
  await disposition.counted();

  way.setFault("no-counts");
  await type.open();
  await expect(type.group).toHaveAttribute("data-counts", "failed");
  await expect(type.group).toContainText("统计失败：云服务出错");
  await expect(type.box("双呼")).toHaveAccessibleDescription("");
  await expect(type.box("双呼")).toBeEnabled();
  // The others, and the rows, are what they were.
  await expect(disposition.group).toHaveAttribute("data-counts", "known");

  way.setFault("none");
  way.setDelay(700);
  const again = type.group.getByRole("button", { name: "重新计数" });
  await again.focus();
  await again.press("Enter");
  const trying = type.group.getByRole("button", { name: "正在统计…" });
  await expect(trying).toBeFocused();
  await expect(trying).toHaveAttribute("aria-disabled", "true");
  await expect(type.group).toHaveAttribute("data-counts", "partial");
  await type.counted();
  await expect(type.box("双呼")).toHaveAccessibleDescription(/^\d+$/);
  await expect(type.group).not.toContainText("统计失败");
});

test("of facets that fail together one is heard, and no count outlives the failure", async ({
  page,
  way,
}) => {
  const disposition = facetOf(page, "挂断原因");
  const satisfaction = facetOf(page, "满意度按键");
  await page.goto("/?range=yesterday");
  await panelCounted(page);
  way.setFault("forbidden");
  await screenOf(page).chooseRange("近 7 天");
  await expect(disposition.group).toContainText("统计失败");
  await expect(satisfaction.group).toContainText("统计失败");
  await expect(
    page.getByRole("region", { name: "筛选" }).getByRole("status").filter({ hasText: "统计失败" }),
  ).toHaveCount(1);
  await expect(satisfaction.box("1")).toHaveAccessibleDescription("");
  way.setFault("hang");
  await screenOf(page).chooseRange("近 30 天");
  await expect(satisfaction.group).toHaveAttribute("data-counts", "partial");
  await expect(satisfaction.box("1")).toHaveAccessibleDescription("");
  await expect(satisfaction.group).not.toContainText("统计失败");
  way.setFault("none");
});

test("old counts stay until the new ones are there, and are told apart from them", async ({
  page,
  way,
}) => {
  const satisfaction = facetOf(page, "满意度按键");
  await page.goto("/?range=last30d&type=Inbound");
  await panelCounted(page);
  const before = await satisfaction.rows();
  way.setFault("hang");
  await screenOf(page).chooseRange("近 7 天");
  await expect(satisfaction.group).toHaveAttribute("data-counts", "partial");
  expect(await satisfaction.rows()).toEqual(before);
  // By ear, too.
  await expect(satisfaction.group).toHaveAttribute("aria-busy", "true");
  await expect(satisfaction.box("1")).toHaveAccessibleDescription(/^此前 [\d,]+$/);
  way.setFault("none");
});

/** So many calls that they are counted by probes, one by one. */
const LONG_VIEW = `from=${TEST_INSTANT - 170 * DAY_MS}&to=${TEST_INSTANT - DAY_MS}`;

test("who comes back to a view whose counting was given up gets all of it", async ({
  page,
  way,
}) => {
  const disposition = facetOf(page, "挂断原因");
  const satisfaction = facetOf(page, "满意度按键");
  await page.goto("/?range=yesterday");
  await panelCounted(page);
  await page.goto(`/?${LONG_VIEW}&type=Inbound`);
  await screenOf(page).settled();
  await panelCounted(page);
  way.setDelay(1_000);
  await disposition.box("正常结束").check();
  await expect(satisfaction.group).toHaveAttribute("data-counts", "partial");
  // Some counts are in and others are not.
  await expect
    .poll(() => satisfaction.group.locator("[id$=-count]:not([data-old])").count())
    .toBeGreaterThan(0);
  await expect(satisfaction.group).toHaveAttribute("data-counts", "partial");
  await page.goBack();
  await panelCounted(page);
  way.setDelay(0);
  await page.goForward();
  await panelCounted(page);
  await expect(satisfaction.box("0")).toHaveAccessibleDescription(/^[\d,]+$/);
});
