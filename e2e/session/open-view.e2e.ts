import type { BrowserContext, Locator, Page } from "playwright/test";
import { screenOf } from "../kit/screen.ts";
import { expect, logIn, test } from "../kit/sign-in-fixture.ts";

// A session that ends under an open view.

test.use({ expectedErrors: /status of 401/ });

/** Not by the mouse: what is looked for by itself may have met the end before, and the dialog is there. */
const press = (target: Locator) => target.dispatchEvent("click");
const dialogOf = (page: Page) => page.getByRole("dialog", { name: "登录已失效" });

/** Where the provider knows the reader the tab is gone before one can begin to wait for that. */
async function closed(tab: Page) {
  if (!tab.isClosed()) await tab.waitForEvent("close");
}

async function open(page: Page, user?: string) {
  await page.goto("/?range=last7d");
  await logIn(page, user);
  await screenOf(page).settled();
}

/** As it ends by itself: the provider knows the reader still. */
async function endSession(context: BrowserContext) {
  await context.clearCookies({ name: "__Host-callscope" });
}

test("it asks to sign in over the rows, and what failed comes by itself, in every tab", async ({
  page,
  context,
}) => {
  await open(page);
  const second = await context.newPage();
  await second.goto("/?range=last7d&disposition=Success");
  await screenOf(second).settled();
  await endSession(context);

  const screen = screenOf(page);
  await press(page.getByRole("checkbox", { name: "排队放弃" }));
  await expect(dialogOf(page)).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(1);
  await expect(screen.rows.first()).toBeVisible();
  await expect(screen.pills).toContainText("排队放弃");
  await second.bringToFront();
  await press(screenOf(second).cell(0, "startTime"));
  await expect(dialogOf(second)).toBeVisible();

  const opened = context.waitForEvent("page");
  await dialogOf(second).getByRole("link", { name: "登录" }).click();
  await closed(await opened);
  for (const tab of [second, page]) {
    await expect(dialogOf(tab)).toBeHidden();
    await screenOf(tab).settled();
  }
  await expect(screenOf(second).drawer).toContainText("通话 ID");
  await expect(screen.pills).toContainText("排队放弃");
  expect(new Set(await screen.column("挂断原因"))).toEqual(new Set(["排队放弃"]));
  await expect(page.getByText("需要登录")).toHaveCount(0);
});

test.describe("as time goes by", () => {
  test.use({ movesTime: true });

  test("it can be put aside, nothing is asked for by itself, and the notice signs in, too", async ({
    page,
    context,
    server,
  }) => {
    await page.clock.install({ time: server.now() });
    await open(page);
    const screen = screenOf(page);
    await page.getByRole("combobox", { name: "实时刷新" }).selectOption("15");
    await screen.settled();
    await endSession(context);
    await press(screen.cell(0, "startTime"));
    await expect(dialogOf(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialogOf(page)).toBeHidden();
    const notice = page.getByRole("alert").filter({ hasText: "登录已失效" });
    await expect(notice).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(1);

    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    // Time and again calls would be looked for that have come since.
    await page.clock.runFor(60_000);
    // What was asked before this would be seen before it.
    await page.evaluate(() => fetch("/healthz"));
    expect(asked.map((url) => new URL(url).pathname)).toEqual(["/healthz"]);
    const opened = context.waitForEvent("page");
    await notice.getByRole("link", { name: "登录" }).click();
    await closed(await opened);
    await expect(notice).toBeHidden();
    await expect(screen.drawer).toContainText("通话 ID");
  });
});

test("who signs in instead sees nothing of the one before, and is told so", async ({
  page,
  context,
}) => {
  await open(page);
  await context.clearCookies();
  await press(page.getByRole("checkbox", { name: "排队放弃" }));
  const opened = context.waitForEvent("page");
  await dialogOf(page).getByRole("link", { name: "登录" }).click();
  await logIn(await opened, "chen");
  await expect(page.getByRole("status").filter({ hasText: "现在登录的是" })).toContainText("陈静");
  const screen = screenOf(page);
  await screen.settled();
  await expect(page.getByRole("button", { name: /陈静/ })).toBeVisible();
  await expect(screen.cell(0, "parties")).toContainText("****");
  await expect(dialogOf(page)).toBeHidden();
});

test("who signs out in one tab leaves no rows in another", async ({ page, context }) => {
  await open(page);
  const second = await context.newPage();
  // Of a tab that nobody looks at no frame is painted, and what follows the first does not come.
  await second.addInitScript(() => {
    globalThis.requestAnimationFrame = () => 0;
  });
  await second.goto("/?range=yesterday");
  await expect(screenOf(second).rows.first()).toBeAttached();
  await page.bringToFront();
  await page.getByRole("button", { name: /王芳/ }).click();
  const card = page.getByRole("dialog", { name: "账号与权限" });
  await expect(card).toContainText("主管");
  await card.getByRole("button", { name: "退出登录" }).click();
  await page.getByRole("button", { name: "End it" }).click();
  await expect(page.getByRole("status")).toHaveText("您已退出登录。");
  await expect(second.getByRole("heading", { name: "登录 Callscope" })).toBeVisible();
  // Going back shows them no more.
  await page.goBack();
  await expect(screenOf(page).rows).toHaveCount(0);
});

test("a page that comes without a session says so, and its link is kept", async ({ page }) => {
  await page.goto("/auth/sign-in");
  // As from a server that sends the document to anybody: that of the files in development.
  await page.evaluate(async () => {
    const html = await (await fetch("/")).text();
    history.replaceState(null, "", "/?range=last7d&disposition=Success");
    document.open();
    document.write(html);
    document.close();
  });
  await expect(page.getByRole("alert")).toContainText("请先登录");
  await page.getByRole("alert").getByRole("link", { name: "登录" }).click();
  await logIn(page);
  const screen = screenOf(page);
  await screen.settled();
  await expect(screen.pills).toContainText("正常结束");
});
