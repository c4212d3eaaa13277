import type { Locator, Page } from "playwright/test";
import { screenOf } from "../kit/screen.ts";
import { expect, logIn, test } from "../kit/sign-in-fixture.ts";

// What a reader may not do is absent, and a link that needs more says which.

test.use({ expectedErrors: /status of 403/ });

async function open(page: Page, user: string, path = "/?range=last7d") {
  await page.goto(path);
  await logIn(page, user);
}

/** A whole number of a mobile phone, such as no masked reader is to see. */
const WHOLE_NUMBER = /1\d{10}/;

test("who has no role is told so, and whom to ask", async ({ page }) => {
  await open(page, "nobody");
  const words = page.getByRole("alert");
  await expect(words).toContainText("您的账号还没有在这里的角色");
  await expect(words).toContainText("Nobody");
  await expect(words).toContainText("运营部");
  await page.getByRole("button", { name: "退出登录" }).click();
  await page.getByRole("button", { name: "End it" }).click();
  await expect(page.getByRole("status")).toHaveText("您已退出登录。");
});

test("a masked reader sees no number and nothing to search it by, and reveals one at a time", async ({
  page,
}) => {
  await open(page, "chen", "/?range=last7d&type=Inbound&cols=startTime,callingNumber,calledNumber");
  const screen = screenOf(page);
  await screen.settled();
  await expect(screen.cell(0, "callingNumber")).toContainText("****");
  await expect(page.getByRole("group", { name: "电话号码" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "导出本页" })).toHaveCount(0);
  await screen.cell(0, "callingNumber").click({ button: "right" });
  const menu = page.getByRole("menu");
  await expect(menu.getByRole("menuitem", { name: /复制此值/ })).toBeVisible();
  await expect(menu.getByRole("menuitem", { name: /只看此值|全部通话/ })).toHaveCount(0);
  await page.keyboard.press("Escape");
  const whole = async () =>
    WHOLE_NUMBER.test(
      [await page.locator("#root").innerText(), await page.title(), page.url()].join(" "),
    );
  expect(await whole()).toBe(false);

  await screen.cell(0, "startTime").click();
  await screen.drawer.getByRole("button", { name: "查看完整号码" }).click();
  const reason = screen.drawer.getByLabel("查看原因");
  // The first Escape closes the form, and not the drawer around it.
  await expect(reason).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(reason).toBeHidden();
  await expect(screen.drawer.getByRole("button", { name: "查看完整号码" })).toBeFocused();
  await page.keyboard.press("Enter");
  // Keys that the drawer hears are letters here.
  await reason.pressSequentially("jk");
  await reason.press("Enter");
  await expect(screen.drawer.getByRole("alert")).toContainText("至少 3 个字");
  await reason.fill("客户要求回电");
  await reason.press("Enter");
  await expect(screen.drawer).toContainText("以下为完整号码");
  await expect(screen.drawer).toContainText(WHOLE_NUMBER);
  expect(await screen.rows.allInnerTexts()).not.toContainEqual(expect.stringMatching(WHOLE_NUMBER));
  // The next call has its own, and this one has to be asked for anew.
  await page.keyboard.press("j");
  await expect(screen.drawer.getByRole("button", { name: "查看完整号码" })).toBeVisible();
  await page.keyboard.press("k");
  await expect(screen.drawer.getByRole("button", { name: "查看完整号码" })).toBeVisible();
  await screen.drawer.getByRole("button", { name: "关闭" }).click();
  await expect(screen.drawer).toBeHidden();
  expect(await whole()).toBe(false);
});

test("a link by number says which right it needs, and the way out is without", async ({ page }) => {
  await open(page, "chen", "/?range=last7d&phone=138&disposition=Success");
  const words = page.getByRole("main").getByRole("alert");
  await expect(words).toContainText("这个链接按电话号码查找，您的角色没有这项权限");
  await words.getByRole("button", { name: "去掉号码条件" }).click();
  const screen = screenOf(page);
  await screen.settled();
  await expect(screen.pills).toContainText("正常结束");
  expect(page.url()).not.toContain("138");
});

test("who sees their own groups has one of them in the view, whatever they do", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/records?")) asked.push(request.url());
  });
  await open(page, "zhao", "/?range=last7d&disposition=Success");
  const screen = screenOf(page);
  await screen.settled();
  // What was asked for early was filled in by the server, and is not asked for again.
  expect(asked).toHaveLength(1);
  await expect(screen.pills).toContainText("售前咨询组");
  await expect(screen.pills.getByRole("button", { name: "移除 技能组" })).toHaveCount(0);
  const groups = page.getByRole("group", { name: "技能组" });
  await expect(groups.getByRole("radio")).toHaveCount(2);
  await groups.getByRole("radio", { name: "订单查询组" }).check();
  await screen.settled();
  await expect(screen.pills).toContainText("订单查询组");
  await screen.pills.getByRole("button", { name: /移除/ }).click();
  await screen.settled();
  await expect(screen.pills).toContainText("订单查询组");
  await page.getByRole("combobox", { name: "实例" }).selectOption("ccc-sample-2");
  await screen.settled();
  await expect(groups.getByRole("radio")).toHaveCount(1);
  await expect(screen.pills).toContainText("售前咨询组");
});

test("a link to another team's calls says so, and leads to one's own", async ({ page }) => {
  await open(page, "zhao", "/?range=last7d&group=returns@ccc-sample");
  const words = page.getByRole("main").getByRole("alert");
  await expect(words).toContainText("没有查看这些通话的权限");
  await words.getByRole("button", { name: "看我自己的" }).click();
  const screen = screenOf(page);
  await screen.settled();
  await expect(screen.pills).toContainText("售前咨询组");
});

test.describe("by finger", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("who one is, the way out and one's own groups are 44 px at least", async ({ page }) => {
    await open(page, "zhao");
    await screenOf(page).settled();
    const leastOf = async (target: Locator) => {
      const { width, height } = (await target.boundingBox()) ?? { width: 0, height: 0 };
      return Math.min(width, height);
    };
    const who = page.getByRole("button", { name: /赵敏/ });
    expect(await leastOf(who)).toBeGreaterThanOrEqual(44);
    await who.tap();
    const card = page.getByRole("dialog", { name: "账号与权限" });
    expect(await leastOf(card.getByRole("button", { name: "退出登录" }))).toBeGreaterThanOrEqual(
      44,
    );
    // What has no room in the header is here.
    await expect(card.getByRole("radiogroup")).toHaveCount(2);
    await page.keyboard.press("Escape");
    await expect(card).toBeHidden();
    await page.getByRole("button", { name: /^筛选/ }).tap();
    const group = page.locator("label").filter({ hasText: "订单查询组" });
    expect(await leastOf(group)).toBeGreaterThanOrEqual(44);
  });
});

test("who may not search by number is told so where a caller's other calls would be", async ({
  page,
}) => {
  await open(page, "chen", "/?range=last7d&type=Inbound");
  const screen = screenOf(page);
  await screen.settled();
  await screen.rows.first().click();
  const story = screen.drawer.getByRole("region", { name: "客户的其他通话" });
  await story.getByText("客户的其他通话").click();
  await expect(story).toContainText("您的角色不能按号码查找");
});

test.describe("of a call that is not among their own", () => {
  test.use({ expectedErrors: /status of 404/ });
  test("who sees a part of the calls does not learn whether it exists", async ({ page }) => {
    await open(page, "zhao", "/?range=last7d&record=nobody");
    const words = screenOf(page).drawer.getByRole("alert");
    await expect(words).toContainText("找不到这条通话，或您无权查看");
  });
});
