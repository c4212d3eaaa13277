import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright/test";
import { csvTable } from "#sheet/sheet-reading.kit.ts";
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
  await expect(menu.getByRole("menuitem", { name: /全部通话/ })).toHaveCount(0);
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

test("what a masked reader exports is masked as the screen is, and it is logged who did", async ({
  page,
  server,
}) => {
  await open(page, "sun", "/?range=last7d&type=Inbound&cols=startTime,callingNumber,calledNumber");
  const screen = screenOf(page);
  await screen.settled();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "更多导出方式" }).click();
  await page.getByRole("menuitem", { name: /^CSV/ }).click();
  const rows = csvTable(await readFile(await (await downloading).path())).rows;
  expect(rows).toHaveLength(Math.min(100, await screen.total()));
  expect(rows[0]?.[1]).toMatch(/\*{4}/);
  for (const at of [0, 1, 2])
    expect(rows[at]?.slice(1, 3)).toEqual([
      await screen.cell(at, "callingNumber").innerText(),
      await screen.cell(at, "calledNumber").innerText(),
    ]);
  expect(rows.map((row) => row.slice(0, 3).join(" ")).join(" ")).not.toMatch(WHOLE_NUMBER);
  const logged = server
    .output()
    .split("\n")
    .filter((line) => line.includes('"export.page"'));
  expect(logged).toHaveLength(1);
  expect(JSON.parse(logged[0] ?? "")).toMatchObject({
    actor: { user: { name: "孙丽" } },
    unmapped: { records: rows.length },
  });
});

test("a link by number says which right it needs, and the way out is without", async ({ page }) => {
  await open(page, "chen", "/?range=last7d&phone=13800138000&disposition=Success");
  const words = page.getByRole("main").getByRole("alert");
  await expect(page).toHaveURL(/phone=eyJ/);
  const pills = screenOf(page).pills;
  await expect(pills).toContainText("号码包含138****8000您无权按此号码搜索");
  await expect(words).toContainText("这个链接按电话号码查找，您的角色没有这项权限");
  await words.getByRole("button", { name: "去掉号码条件" }).click();
  const screen = screenOf(page);
  await screen.settled();
  await expect(screen.pills).toContainText("正常结束");
  expect(page.url()).not.toContain("138");
});

test("a link to a number shows each reader what their rights are of it", async ({
  page,
  freshPage,
}) => {
  await open(page, "wang", "/?range=last7d&type=Inbound&cols=startTime,callingNumber");
  const screen = screenOf(page);
  await screen.settled();
  const number = await screen.cell(0, "callingNumber").innerText();
  await screen.cell(0, "callingNumber").focus();
  await page.keyboard.press("f");
  await expect(page).toHaveURL(/caller=eyJ/);
  await expect(screen.pills).toContainText(number);

  await open(freshPage, "chen", page.url());
  const theirs = screenOf(freshPage);
  const masked = `${number.slice(0, 3)}****${number.slice(-4)}`;
  await expect(theirs.pills).toContainText(`主叫为${masked}您无权按此号码搜索`);
  await expect(freshPage.getByRole("main").getByRole("alert")).toContainText("没有这项权限");
  expect(await freshPage.content()).not.toContain(number);
});

test("a masked reader looks at the other calls of a number without knowing it, and passes that on", async ({
  page,
  freshPage,
}) => {
  await open(page, "chen", "/?range=last7d&type=Inbound&cols=startTime,callingNumber");
  const screen = screenOf(page);
  await screen.settled();
  const masked = await screen.cell(0, "callingNumber").innerText();
  await screen.cell(0, "callingNumber").click({ button: "right" });
  await page
    .getByRole("menu")
    .getByRole("menuitem", { name: /只看此值/ })
    .click();
  await expect(page).toHaveURL(/caller=eyJ/);
  await screen.settled();
  await expect(screen.pills).toContainText(`主叫为${masked}`);
  await expect(screen.pills).not.toContainText("您无权");
  for (const text of await screen.column("主叫号码")) expect(text).toBe(masked);
  const total = await screen.total();
  await page.reload();
  await screen.settled();
  expect(await screen.total()).toBe(total);

  // Who sees numbers sees this one, of the same calls.
  await open(freshPage, "wang", page.url());
  const theirs = screenOf(freshPage);
  await theirs.settled();
  expect(await theirs.total()).toBe(total);
  await expect(theirs.pills).toContainText(/主叫为\d{7,}/);
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
  // What was asked for early was filled in by the server, and is not asked for again; but for a range whose end moved
  // on between that and the session.
  await expect(async () => {
    asked.length = 0;
    await page.reload();
    await screen.settled();
    expect(asked).toHaveLength(1);
  }).toPass();
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

test("a number that stays behind in its instance is said to, where its reader does not know it", async ({
  page,
}) => {
  await open(page, "chen", "/?range=last7d&type=Inbound&cols=startTime,callingNumber");
  const screen = screenOf(page);
  await screen.settled();
  await screen.cell(0, "callingNumber").focus();
  await page.keyboard.press("f");
  await expect(page).toHaveURL(/caller=eyJ/);
  const instances = page.getByRole("combobox", { name: "实例" });
  await instances.selectOption("ccc-sample-2");
  const said = page.getByText("号码条件已去掉：您看不到这个号码，不能把它带到另一个实例");
  await expect(said).toBeVisible();
  await expect(page).toHaveURL(/^((?!eyJ).)*instance=ccc-sample-2((?!eyJ).)*$/);
  await expect(screen.pills).toContainText("呼入");
  // It is a step of the history as any other.
  await page.goBack();
  await expect(page).toHaveURL(/caller=eyJ/);
  await expect(screen.pills).toContainText(/主叫为\d+\*{4}\d{4}/);
});

test("who may not search by number is told of a caller's other calls by the call itself", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/records?")) asked.push(request.url());
  });
  await open(page, "chen", "/?range=last7d&type=Inbound&disposition=AbandonedInQueue");
  const screen = screenOf(page);
  await screen.settled();
  await screen.rows.first().click();
  const story = screen.drawer.getByRole("region", { name: "客户的其他通话" });
  await story.getByText("客户的其他通话").click();
  await expect(story).toContainText("您的角色不能按号码搜索：这里只有号码写法与本次通话完全相同的");
  await expect(story).toContainText(/前后 7 天共 \d+ 次通话（含这一次）/);
  await expect(story).toContainText(
    /没有接到人工，(.+后(再次来电|回拨)|之后没有再次来电，也没有回拨)/,
  );
  // Whoever called may have been called back.
  const ofNumber = asked.filter((url) => /[?&]calle[rd]=/.test(url));
  expect(ofNumber.map((url) => /calle[rd]=eyJ/.exec(url)?.[0]).toSorted()).toEqual([
    "called=eyJ",
    "caller=eyJ",
  ]);
  expect(await screen.drawer.innerText()).not.toMatch(/\b1\d{10}\b/);
});

test("a story is of all groups that bound its reader, and says so", async ({ page }) => {
  const asked: (string | null)[] = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.pathname === "/api/records" && /[?&]calle[rd]=/.test(url.search))
      asked.push(url.searchParams.get("group"));
  });
  await open(page, "zhao", "/?range=last30d&type=Inbound");
  const screen = screenOf(page);
  await screen.settled();
  await screen.rows.first().click();
  const story = screen.drawer.getByRole("region", { name: "客户的其他通话" });
  await story.getByText("客户的其他通话").click();
  await expect(story).toContainText(/只包括这些技能组的通话：.+、.+/);
  await expect(story).toContainText(/前后 7 天共 \d+ 次通话（含这一次）/);
  expect([...new Set(asked)]).toHaveLength(2);
});

test("from the drawer, too, a masked reader filters by the number of a call", async ({ page }) => {
  await open(page, "chen", "/?range=last7d&type=Inbound");
  const screen = screenOf(page);
  await screen.settled();
  await screen.rows.first().click();
  const field = screen.drawer.getByRole("button", { name: "主叫号码" });
  await field.click();
  await screen.drawer.getByRole("button", { name: /只看此值/ }).click();
  await expect(page).toHaveURL(/caller=eyJ/);
  await screen.settled();
  await expect(screen.pills).toContainText(/主叫为\d+\*{4}\d{4}/);
});

test.describe("of a call that is not among their own", () => {
  test.use({ expectedErrors: /status of 404/ });
  test("who sees a part of the calls does not learn whether it exists", async ({ page }) => {
    await open(page, "zhao", "/?range=last7d&record=nobody");
    const words = screenOf(page).drawer.getByRole("alert");
    await expect(words).toContainText("找不到这条通话，或您无权查看");
  });
});
