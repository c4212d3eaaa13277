import { ALL_CALLS, test } from "./facet-calls.ts";
import { facetOf, panelCounted } from "./facet-panel.ts";
import { setPageClock } from "../clock/page-clock.ts";
import { screenOf } from "../kit/screen.ts";
import { expect } from "../kit/server-fixture.ts";

test("Only and Exclude by mouse, each a step of the history", async ({ page }) => {
  const type = facetOf(page, "通话类型");
  await page.goto(ALL_CALLS);
  await type.open();
  await type.counted();
  const press = async (label: string, button: string) => {
    await type.row(label).hover();
    await type
      .row(label)
      .getByRole("button", { name: `${button} ${label}` })
      .click();
  };
  await press("呼出", "只看");
  await expect(page).toHaveURL(/&type=Outbound$/);
  await press("呼出", "全部");
  await expect(page).not.toHaveURL(/type=/);
  await press("呼出", "排除");
  await expect(page).toHaveURL(
    /&type=Inbound,Predictive,Internal,Back2Back,PrivacyDial,Conference$/,
  );
  await expect(type.box("呼出")).not.toBeChecked();
  await expect(type.box("呼入")).toBeChecked();
  await page.goBack();
  await expect(page).not.toHaveURL(/type=/);
  await page.goBack();
  await expect(page).toHaveURL(/&type=Outbound$/);
  await page.goBack();
  await expect(page).not.toHaveURL(/type=/);
});

test("Only and Exclude by keyboard, with the focus staying where it was", async ({ page }) => {
  const disposition = facetOf(page, "挂断原因");
  await page.goto(ALL_CALLS);
  await disposition.counted();
  await disposition.box("正常结束").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await expect(disposition.box("客户未接")).toBeFocused();
  await page.keyboard.press("Tab");
  const only = disposition.row("客户未接").getByRole("button").first();
  await expect(only).toBeFocused();
  await expect(only).toHaveAccessibleName("只看 客户未接");
  await expect(only).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/&disposition=NoAnswer$/);
  await expect(only).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/disposition=/);
  await page.keyboard.press("Tab");
  await expect(
    disposition.row("客户未接").getByRole("button", { name: "排除 客户未接" }),
  ).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/&disposition=Success,Reject,/);
  await expect(disposition.box("客户未接")).not.toBeChecked();
  // What is left out already says so, instead of doing nothing in silence.
  const exclude = disposition.row("客户未接").getByRole("button", { name: "排除 客户未接" });
  await expect(exclude).toBeFocused();
  await expect(exclude).toHaveAttribute("aria-disabled", "true");
  await expect(exclude).toHaveAttribute("title", /已不在其中/);
});

test("a facet is one stop of the Tab key, and its buttons are stops while the focus is in their row", async ({
  page,
}) => {
  const { group, box, row } = facetOf(page, "挂断原因");
  const button = (label: string, name: string) =>
    row(label).getByRole("button", { name: `${name} ${label}` });
  await page.goto(`${ALL_CALLS}&disposition=NoAnswer`);
  await screenOf(page).settled();
  await facetOf(page, "挂断原因").counted();
  const search = group.getByRole("searchbox");
  await search.focus();
  await page.keyboard.press("Tab");
  // The first that is chosen, before the focus was in any.
  await expect(box("客户未接")).toBeFocused();
  await page.keyboard.press("Home");
  await expect(box("正常结束")).toBeFocused();
  await page.keyboard.press("End");
  await expect(group.getByRole("checkbox").last()).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("Tab");
  await expect(button("正常结束", "只看")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(button("正常结束", "排除")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(group.locator(":focus")).toHaveCount(0);
  await page.keyboard.press("Shift+Tab");
  // Where the focus was last.
  await expect(box("正常结束")).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(search).toBeFocused();
});

test("on a touch screen the buttons are unfolded, in the drawer too", async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await setPageClock(context, server);
  const page = await context.newPage();
  await page.goto(ALL_CALLS);
  await page.getByRole("button", { name: /筛选$/ }).tap();
  const disposition = facetOf(page, "挂断原因");
  const row = disposition.row("正常结束");
  await row.getByRole("button", { name: "只看或排除 正常结束" }).tap();
  const only = row.getByRole("button", { name: "只看 正常结束" });
  await expect(only).toBeInViewport();
  await only.tap();
  await expect(page).toHaveURL(/&disposition=Success$/);
  await context.close();
});

test("surveys that were answered are chosen by all keys at once", async ({ page }) => {
  const satisfaction = facetOf(page, "满意度按键");
  await page.goto(ALL_CALLS);
  await satisfaction.counted();
  const answered = (await satisfaction.rows()).find(({ label }) => label === "已评价");
  await satisfaction.box("已评价").check();
  await expect(page).toHaveURL(/&sat=1,2,3,4,5,6,7,8,9,0$/);
  await screenOf(page).settled();
  expect(await screenOf(page).total()).toBe(answered?.count);
  await satisfaction.box("已评价").uncheck();
  await expect(page).not.toHaveURL(/sat=/);
});

test("a search within a long facet narrows what is shown, and Escape clears it", async ({
  page,
}) => {
  const disposition = facetOf(page, "挂断原因");
  await page.goto(ALL_CALLS);
  await disposition.counted();
  const all = await disposition.group.getByRole("checkbox").count();
  const search = disposition.group.getByRole("searchbox", { name: "查找挂断原因" });
  await search.fill("放弃");
  await expect(disposition.group.getByRole("checkbox")).toHaveCount(4);
  // By the provider's own name, too.
  await search.fill("voicemail");
  await expect(disposition.box("转语音邮箱")).toBeVisible();
  await expect(disposition.group.getByRole("checkbox")).toHaveCount(1);
  await search.fill("没有的");
  await expect(disposition.group).toContainText("没有匹配的值");
  await search.press("Escape");
  await expect(disposition.group.getByRole("checkbox")).toHaveCount(all);
  await expect(search).toHaveValue("");
});

test("a contact id leaves nothing to count", async ({ page }) => {
  await page.goto(`${ALL_CALLS}&contact=new-1`);
  await screenOf(page).settled();
  const disposition = facetOf(page, "挂断原因");
  await expect(disposition.box("正常结束")).toBeDisabled();
  await expect(disposition.group).not.toHaveAttribute("data-counts");
  await expect(disposition.box("正常结束")).toHaveAccessibleDescription("");
});

test("values can stand by their counts", async ({ page }) => {
  const disposition = facetOf(page, "挂断原因");
  await page.goto(ALL_CALLS);
  await disposition.counted();
  await page.getByRole("combobox", { name: "各项的顺序" }).selectOption("按数量");
  const counts = async () =>
    (await disposition.rows()).filter(({ isTickable }) => isTickable).map(({ count }) => count);
  await expect
    .poll(async () => (await counts()).join())
    .toBe((await counts()).toSorted((a, b) => b - a).join());
  // A tick moves nothing away from under the pointer.
  const before = await disposition.rows();
  await disposition.box("客户拒接").check();
  await panelCounted(page);
  expect(await disposition.rows()).toEqual(before);
});
