import { screenOf } from "../kit/screen.ts";
import { expect, logIn, test } from "../kit/sign-in-fixture.ts";

const DEEP_LINK = "/?range=last7d&disposition=AbandonedInQueue&cols=startTime,callingNumber";

test("a deep link is kept through signing in, with all its filters", async ({ page }) => {
  await page.goto(DEEP_LINK);
  await logIn(page);
  const screen = screenOf(page);
  await screen.settled();
  await expect(screen.pills).toContainText("排队放弃");
  await expect(screen.timeRange).toContainText("近 7 天");
  expect(new URL(page.url()).search).toContain("disposition=AbandonedInQueue");
  expect(await page.evaluate(() => document.cookie)).toBe("");
  const cookies = await page.context().cookies(page.url());
  const session = cookies.find(({ name }) => name === "__Host-callscope");
  expect(session).toMatchObject({ httpOnly: true, secure: true, sameSite: "Lax", path: "/" });
});

test("who declines stays on a page that says so, until they press the button", async ({ page }) => {
  await page.goto("/?range=last7d");
  await page.getByRole("button", { name: "Decline" }).click();
  await expect(page.getByRole("heading", { name: "登录 Callscope" })).toBeVisible();
  await expect(page.getByRole("status")).toContainText("登录服务没有让您登录");
  await page.reload();
  await expect(page.getByRole("status")).toBeVisible();
  await page.getByRole("link", { name: "登录" }).click();
  await logIn(page);
  await screenOf(page).settled();
  expect(page.url()).toContain("/?range=last7d");
});

test("a sign-in in a new tab is told to the one that waits", async ({ page, context }) => {
  await page.goto("/auth/sign-in?return=/?range=last7d");
  const other = await context.newPage();
  await other.goto("/auth/login?return=/auth/done");
  await logIn(other);
  await screenOf(page).settled();
  expect(page.url()).toContain("/?range=last7d");
  await expect(other.getByRole("heading", { name: "已登录" })).toBeVisible();
});

test("a tab that a page opened to sign in closes itself", async ({ page, context }) => {
  await page.goto("/auth/sign-in?return=/?range=yesterday");
  const opened = context.waitForEvent("page");
  await page.evaluate(() => void window.open("/auth/login?return=/auth/done", "_blank"));
  const popup = await opened;
  const closed = popup.waitForEvent("close");
  await logIn(popup);
  await closed;
  await screenOf(page).settled();
});

test("tabs that come at the same time sign in each for itself", async ({ page, context }) => {
  const others = await Promise.all([context.newPage(), context.newPage()]);
  const links = ["/?range=yesterday", "/?range=last7d", "/?range=last30d"];
  const tabs = [page, ...others];
  await Promise.all(tabs.map((tab, index) => tab.goto(links[index] ?? "")));
  for (const tab of tabs) await logIn(tab);
  for (const [index, tab] of tabs.entries()) {
    await screenOf(tab).settled();
    expect(tab.url()).toContain(links[index]);
  }
});

test.describe("where an answer is 401", () => {
  test.use({ expectedErrors: /status of 401/ });

  test("a second tab has the session at once, and signing out in it ends the first one's", async ({
    page,
    context,
    server,
  }) => {
    await page.goto("/?range=yesterday");
    await logIn(page);
    await screenOf(page).settled();
    const second = await context.newPage();
    await second.goto("/?range=last7d");
    await screenOf(second).settled();

    const leadsTo = await second.evaluate(async () => {
      const reply = await fetch("/auth/logout", { method: "POST" });
      const { leadsTo: address }: { leadsTo: string } = await reply.json();
      return address;
    });
    await second.goto(leadsTo);
    await second.getByRole("button", { name: "End it" }).click();
    await expect(second.getByRole("status")).toHaveText("您已退出登录。");
    expect(second.url()).toBe(`${server.url}/auth/signed-out`);
    expect(await page.evaluate(async () => (await fetch("/api/session")).status)).toBe(401);
    // The provider asks who it is again.
    await second.goto("/");
    await expect(second.getByLabel("Name")).toBeVisible();
  });

  test("a link that is too long to be kept is there again after a sign-in in a new tab", async ({
    page,
    context,
  }) => {
    const link = `/?range=last7d&sessionKey=${"1".repeat(2_000)}`;
    await page.goto(link);
    await expect(page.getByRole("status")).toContainText("此链接很长");
    const opened = context.waitForEvent("page");
    await page.getByRole("link", { name: "登录" }).click();
    await logIn(await opened);
    await page.locator("#root header").first().waitFor();
    expect(page.url()).toContain("range=last7d");
  });
});
