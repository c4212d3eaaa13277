import type { Locator, Page } from "playwright/test";
import { recordsReplySchema } from "#contract/api/records.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { RECORD_FIELD_NAMES } from "#contract/record/record-fields.ts";
import { seriousFindings } from "../kit/axe-findings.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, faultsTest as test } from "../kit/server-fixture.ts";

const VIEW = "instance=ccc-sample&range=last7d&type=Inbound&disposition=Success";

const drawerOf = (page: Page) => screenOf(page).drawer;
const callOf = (page: Page, side: "固定的通话" | "打开的通话") =>
  drawerOf(page).getByRole("region", { name: side, exact: true }).first();
const fieldsOf = (page: Page) => drawerOf(page).getByRole("table", { name: "字段对比" });
const timelinesOf = (page: Page) => drawerOf(page).getByRole("region", { name: /^时间线（/ });

/** The first calls of the view that have an id, in its order. */
async function callsOf(page: Page): Promise<readonly (CallRecord & { contactId: string })[]> {
  const reply = await page.request.get(`/api/records?${VIEW}&size=100`);
  const { records } = recordsReplySchema.parse(await reply.json());
  return records.flatMap((one) =>
    one.contactId === undefined ? [] : [{ ...one, contactId: one.contactId }],
  );
}

async function twoCalls(page: Page) {
  const [first, second] = await callsOf(page);
  if (first === undefined || second === undefined) throw new Error("there are not two calls");
  return [first, second] as const;
}

async function expectBoth(page: Page, pinned: string, open: string) {
  await expect(callOf(page, "固定的通话")).toContainText(pinned);
  await expect(callOf(page, "打开的通话")).toContainText(open);
}

test("a call that is pinned by key stands beside each one that is opened next, until the key ends it", async ({
  page,
}) => {
  const screen = screenOf(page);
  const [first, second, third] = (await callsOf(page)).map(({ contactId }) => contactId);
  await page.goto(`/?${VIEW}&cols=contactId`);
  await screen.settled();
  await screen.cell(0, "contactId").click();
  await expect(drawerOf(page).getByRole("document")).toBeFocused();
  await page.keyboard.press("c");
  await expect(drawerOf(page)).toContainText("再打开另一条，两条就会并排显示");
  await expect(page).toHaveURL(new RegExp(`record=${first}&beside=${first}`));
  await expect(fieldsOf(page)).toBeHidden();

  await page.keyboard.press("j");
  await expectBoth(page, first ?? "", second ?? "");
  await page.keyboard.press("j");
  await expectBoth(page, first ?? "", third ?? "");
  await expect(page).toHaveURL(new RegExp(`record=${third}&beside=${first}`));
  // The steps are those of the open call, and the row of it is lit.
  await expect(screen.row(2)).toHaveAttribute("aria-selected", "true");

  await page.keyboard.press("c");
  await expect(fieldsOf(page)).toBeHidden();
  await expect(drawerOf(page)).toContainText(third ?? "");
  await expect(drawerOf(page)).not.toContainText(first ?? "");
  await expect(page).not.toHaveURL(/beside=/);
});

test("by mouse: pinned, another row clicked, and either one alone again", async ({ page }) => {
  const screen = screenOf(page);
  const [first, second] = await twoCalls(page);
  await page.goto(`/?${VIEW}&cols=contactId`);
  await screen.settled();
  await screen.cell(0, "contactId").click();
  await drawerOf(page).getByRole("button", { name: "并排对比…" }).click();
  await screen.cell(1, "contactId").click();
  await expectBoth(page, first.contactId, second.contactId);
  await callOf(page, "固定的通话").getByRole("button", { name: "只看这一条" }).click();
  await expect(page).toHaveURL(new RegExp(`record=${first.contactId}(?!.*beside)`));
  await page.goBack();
  await expectBoth(page, first.contactId, second.contactId);
  await callOf(page, "打开的通话").getByRole("button", { name: "只看这一条" }).click();
  await expect(page).toHaveURL(new RegExp(`record=${second.contactId}(?!.*beside)`));
});

test("a link opens both, its button copies one to both, and that of a call one to that alone", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const [first, second] = await twoCalls(page);
  await page.goto(`/?${VIEW}&record=${second.contactId}&beside=${first.contactId}`);
  await expectBoth(page, first.contactId, second.contactId);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await drawerOf(page).getByRole("button", { name: "复制对比链接" }).click();
  await expect
    .poll(copied)
    .toMatch(new RegExp(`[?&]record=${second.contactId}&beside=${first.contactId}$`));
  await page.goto(await copied());
  await expectBoth(page, first.contactId, second.contactId);
  await callOf(page, "固定的通话").getByRole("button", { name: "复制链接" }).click();
  await expect.poll(copied).toMatch(new RegExp(`[?&]record=${first.contactId}$`));
});

test("exactly the fields that differ are marked, and can be looked at alone", async ({ page }) => {
  const [first, second] = await twoCalls(page);
  const differing = RECORD_FIELD_NAMES.filter(
    (field) => JSON.stringify(first[field]) !== JSON.stringify(second[field]),
  );
  await page.goto(`/?${VIEW}&record=${second.contactId}&beside=${first.contactId}`);
  await expect(drawerOf(page)).toContainText(`${differing.length} 个字段不同`);
  const marked = () =>
    fieldsOf(page)
      .locator("[data-differs]")
      .evaluateAll((rows) => rows.map((row) => row.getAttribute("data-field") ?? ""));
  expect((await marked()).toSorted()).toEqual([...differing].toSorted());
  const heads = fieldsOf(page).getByRole("rowheader");
  await expect(heads.filter({ hasText: "不同" })).toHaveCount(differing.length);
  const all = await heads.count();
  await drawerOf(page).getByRole("checkbox", { name: "只看不同的字段" }).check();
  await expect(heads.filter({ hasText: "不同" })).toHaveCount(differing.length);
  expect(await heads.count()).toBeLessThan(all);
  // The choice is kept.
  await page.reload();
  await expect(drawerOf(page).getByRole("checkbox")).toBeChecked();

  // What can be done with either value is where the field is.
  await fieldsOf(page).getByRole("button", { name: "通话 ID", exact: true }).click();
  await expect(fieldsOf(page).getByRole("group")).toHaveCount(2);
});

/** The longest talk that is drawn in one of the two timelines, px. */
const talkWidth = (timeline: Locator) =>
  timeline
    .locator('[data-phase="talk"]')
    .evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().width)));

test("both timelines are on one scale, and move together", async ({ page }) => {
  const plain = (await callsOf(page)).filter(
    ({ agentIds = [], talkTime = 0 }) => agentIds.length === 1 && talkTime > 5,
  );
  const byTalk = plain.toSorted((one, other) => (one.talkTime ?? 0) - (other.talkTime ?? 0));
  const [short, long] = [byTalk[0], byTalk.at(-1)];
  if (short === undefined || long === undefined) throw new Error("there are not two calls");
  await page.goto(`/?${VIEW}&record=${long.contactId}&beside=${short.contactId}`);
  const one = timelinesOf(page).getByRole("region", { name: "固定的通话" });
  const other = timelinesOf(page).getByRole("region", { name: "打开的通话" });
  for (const timeline of [one, other]) await expect(timeline).toContainText("按云服务的事件绘制");
  const scale = async () => {
    const width = await talkWidth(other);
    return { width, perSecond: width / (long.talkTime ?? 0) };
  };
  const whole = await scale();
  const shortWidth = (short.talkTime ?? 0) * whole.perSecond;
  expect(whole.width).toBeGreaterThan(100);
  // Durations are to the second, and phases have two pixels at least.
  expect(Math.abs((await talkWidth(one)) - shortWidth)).toBeLessThan(whole.perSecond + 4);

  const startOf = async (timeline: Locator) => {
    const label = (await timeline.getByRole("group").getAttribute("aria-label")) ?? "";
    return /(\d\d:\d\d:\d\d) 至 (?:.* )?(\d\d:\d\d:\d\d)/.exec(label)?.slice(1);
  };
  const before = await startOf(one);
  await other.getByRole("group").focus();
  await page.keyboard.press("+");
  await expect.poll(() => startOf(one)).not.toEqual(before);
  const ticks = (timeline: Locator) =>
    timeline.locator("[aria-hidden] > span > span:last-child").allInnerTexts();
  expect(await ticks(one)).toEqual(await ticks(other));
  await page.keyboard.press("0");
  await expect.poll(() => startOf(one)).toEqual(before);
});

test.describe("a link with one call that there is not", () => {
  test.use({ expectedErrors: /status of 404/ });

  test("the pinned one: that is said, and the other is shown as far as it can be", async ({
    page,
  }) => {
    const [first] = await twoCalls(page);
    await page.goto(`/?${VIEW}&record=${first.contactId}&beside=nobody`);
    const gone = callOf(page, "固定的通话").getByRole("alert");
    await expect(gone).toContainText("找不到这条通话");
    await expect(callOf(page, "打开的通话")).toContainText(first.contactId);
    await expect(drawerOf(page).getByRole("region", { name: "时间线", exact: true })).toBeVisible();
    await expect(drawerOf(page).locator("[data-field=callingNumber]")).toBeVisible();
    await gone.getByRole("button", { name: "取消固定" }).click();
    await expect(page).not.toHaveURL(/beside=/);
    await expect(drawerOf(page)).toContainText(first.contactId);
  });

  test("the open one: the pinned stays, and the list is a click away", async ({ page }) => {
    const [first] = await twoCalls(page);
    await page.goto(`/?${VIEW}&record=nobody&beside=${first.contactId}`);
    await expect(callOf(page, "打开的通话").getByRole("alert")).toContainText("找不到这条通话");
    await expect(callOf(page, "固定的通话")).toContainText(first.contactId);
    await expect(drawerOf(page).locator("[data-field=callingNumber]")).toBeVisible();
    await callOf(page, "打开的通话").getByRole("button", { name: "回到列表" }).click();
    await expect(drawerOf(page)).toBeHidden();
    // Another one can still be opened beside it.
    await expect(screenOf(page).page.getByText("已固定的通话")).toBeVisible();
  });

  test("one of another instance is none of this one", async ({ page }) => {
    const [first] = await twoCalls(page);
    const path = "/api/records?instance=ccc-sample-2&range=last7d&size=1";
    const reply = recordsReplySchema.parse(await (await page.request.get(path)).json());
    const foreign = reply.records[0]?.contactId ?? "";
    await page.goto(`/?${VIEW}&record=${first.contactId}&beside=${foreign}`);
    await expect(callOf(page, "固定的通话").getByRole("alert")).toContainText("找不到这条通话");
    await expect(callOf(page, "打开的通话")).toContainText(first.contactId);
  });

  test("both: both are said", async ({ page }) => {
    await page.goto(`/?${VIEW}&record=nobody&beside=noone`);
    await expect(drawerOf(page).getByRole("alert")).toHaveCount(2);
  });
});

test("a link with the same call twice shows it once, pinned", async ({ page }) => {
  const [first, second] = await twoCalls(page);
  await page.goto(`/?${VIEW}&record=${first.contactId}&beside=${first.contactId}`);
  await expect(drawerOf(page)).toContainText("再打开另一条，两条就会并排显示");
  await expect(drawerOf(page).getByRole("region", { name: "概要" })).toHaveCount(1);
  await page.keyboard.press("j");
  await expectBoth(page, first.contactId, second.contactId);
});

test("what cannot be an id is dropped and said", async ({ page }) => {
  const [first] = await twoCalls(page);
  await page.goto(`/?${VIEW}&record=${first.contactId}&beside=..`);
  await expect(page.getByText("beside=..")).toBeVisible();
  await expect(drawerOf(page)).toContainText(first.contactId);
});

test("another instance has other calls: the pinned one stays behind", async ({ page }) => {
  const [first] = await twoCalls(page);
  await page.goto(`/?${VIEW}&beside=${first.contactId}`);
  await expect(page.getByText("已固定的通话")).toBeVisible();
  await page.getByLabel("实例").selectOption("ccc-fault-no-events");
  await expect(page).not.toHaveURL(/beside=/);
  await expect(page.getByText("已固定的通话")).toBeHidden();
});

test("Escape closes both; the pinned one waits among the pills, and can be let go there", async ({
  page,
}) => {
  const screen = screenOf(page);
  const [first, second] = await twoCalls(page);
  await page.goto(`/?${VIEW}&record=${second.contactId}&beside=${first.contactId}`);
  await expectBoth(page, first.contactId, second.contactId);
  await page.keyboard.press("Escape");
  await expect(drawerOf(page)).toBeHidden();
  await expect(page.getByText("已固定的通话")).toBeVisible();
  await page.getByRole("button", { name: "移除 已固定的通话" }).click();
  await expect(page).not.toHaveURL(/beside=/);
  await screen.rows.first().click();
  await expect(fieldsOf(page)).toBeHidden();
});

test("what ends the comparison by a button that goes with it leaves the drawer its keys", async ({
  page,
}) => {
  const [first, second] = await twoCalls(page);
  await page.goto(`/?${VIEW}&record=${second.contactId}&beside=${first.contactId}`);
  await expectBoth(page, first.contactId, second.contactId);
  await drawerOf(page).getByRole("button", { name: "结束对比" }).click();
  await expect(page).not.toHaveURL(/beside=/);
  await expect(drawerOf(page).getByRole("document")).toBeFocused();
  await page.keyboard.press("j");
  await expect(page).not.toHaveURL(new RegExp(`record=${second.contactId}`));
});

// Each width, theme and language, and not each with each.
for (const [width, colorScheme, locale] of [
  [1440, "light", "zh-CN"],
  [1024, "dark", "en-US"],
  [390, "light", "en-US"],
  [390, "dark", "zh-CN"],
] as const)
  test.describe(`two calls at ${width} px, ${locale}, ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width, height: 844 } });
    test("nothing is found by axe, nothing is wider than the drawer, and rows stay or are covered whole", async ({
      page,
    }) => {
      const [first, second] = await twoCalls(page);
      await page.addInitScript((tag) => localStorage.setItem("callscope.language", tag), locale);
      await page.goto(`/?${VIEW}&record=${second.contactId}&beside=${first.contactId}`);
      const { drawer } = screenOf(page, locale);
      const name = locale === "zh-CN" ? "通话 ID" : "Contact ID";
      await drawer.getByRole("table").getByRole("button", { name, exact: true }).click();
      await expect(drawer.getByRole("table").getByRole("group")).toHaveCount(2);
      expect(await seriousFindings(page)).toEqual([]);
      const body = drawer.getByRole("document");
      expect(await body.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
      const box = await drawer.boundingBox();
      expect(box?.width).toBe(width < 1240 ? width : 760);
    });
  });

test.describe("on a phone", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  test("a call is pinned, the drawer closed, another opened: both are there", async ({ page }) => {
    const screen = screenOf(page);
    const [first, second] = await twoCalls(page);
    await page.goto(`/?${VIEW}&cols=contactId`);
    await screen.settled();
    await screen.cell(0, "contactId").tap();
    await drawerOf(page).getByRole("button", { name: "并排对比…" }).tap();
    await drawerOf(page).getByRole("button", { name: "关闭" }).tap();
    await expect(drawerOf(page)).toBeHidden();
    await expect(page.getByText("已固定的通话")).toBeVisible();
    await screen.cell(1, "contactId").tap();
    await expectBoth(page, first.contactId, second.contactId);
    await expect(fieldsOf(page)).toBeVisible();
  });
});

test("the help names the key", async ({ page }) => {
  await page.goto(`/?${VIEW}`);
  await screenOf(page).settled();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "键盘快捷键" });
  await expect(help.getByText(/^固定这条通话/)).toBeVisible();
});
