import type { Browser, Page } from "playwright/test";
import { DAY_MS } from "#contract/time/durations.ts";
import { setPageClock } from "../clock/page-clock.ts";
import { TEST_INSTANT } from "../clock/test-instant.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, logIn, test } from "../kit/sign-in-fixture.ts";
import type { RunningServer } from "../kit/start-server.ts";

// What is given to a colleague, and what they read who open it: others than whoever gave it, elsewhere, later.

test.use({
  serverEnv: { SAMPLE_LIVE: "true", SAMPLE_LIVE_SECONDS: "0.25" },
  // Who may not search by number asks for rows of one, and is refused.
  expectedErrors: /status of 403/,
  permissions: ["clipboard-read", "clipboard-write"],
});

const YESTERDAY = "/?range=yesterday&type=Inbound";
/** Also shortly after midnight nothing of it still comes in. */
const PAST = `/?from=${TEST_INSTANT - 4 * DAY_MS}&to=${TEST_INSTANT - 3 * DAY_MS}&type=Inbound`;
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const options = (page: Page) => page.getByRole("dialog", { name: "分享选项" });
const openOptions = (page: Page) => page.getByRole("button", { name: "分享选项" }).click();
/** Others that are heard can only be heard. */
const notice = (page: Page) => page.getByRole("status").filter({ has: page.getByRole("button") });

async function open(page: Page, address: string, user = "wang") {
  await page.goto(address);
  await logIn(page, user);
  await screenOf(page).settled();
}

async function copyLink(page: Page): Promise<string> {
  await page.getByRole("button", { name: "复制链接" }).click();
  await expect(page.getByText("链接已复制").last()).toBeVisible();
  return copied(page);
}

/** Somebody who has never been here, in the other language and another zone. */
async function stranger(browser: Browser, server: RunningServer): Promise<Page> {
  const context = await browser.newContext({ locale: "en-US", timezoneId: "Europe/London" });
  await setPageClock(context, server);
  await context.addInitScript(() => localStorage.setItem("callscope.language", "en-US"));
  return context.newPage();
}

test("who opens a link reads how many calls have arrived since, until they have seen it", async ({
  page,
  browser,
  server,
}) => {
  await open(page, "/?type=Inbound");
  const link = await copyLink(page);
  const noted = new URL(link).searchParams;
  expect(noted.get("v")).toBe("2");
  expect(Number(noted.get("asof"))).toBe(Number(noted.get("to")));

  const other = await stranger(browser, server);
  await other.goto(link);
  await logIn(other, "chen");
  const screen = screenOf(other, "en-US");
  await screen.settled();
  // Calls that had begun before the link was copied end, and then there is a record of them.
  await expect(async () => {
    await other.getByRole("button", { name: "Refresh" }).click();
    await expect(notice(other)).toContainText(/have arrived since the link was copied/, {
      timeout: 1_000,
    });
  }).toPass();
  const [now, change] = (await notice(other).innerText()).replaceAll(",", "").match(/\d+/g) ?? [];
  expect(Number(now) - Number(change)).toBe(Number(noted.get("n")));
  await screen.cell(0, "startTime").click();
  await expect(other).toHaveURL(/record=/);
  expect(new URL(other.url()).searchParams.has("n")).toBe(false);
  await expect(notice(other)).toBeVisible();
  await other.goBack();
  await expect(other).toHaveURL(/asof=/);
  await other.getByRole("button", { name: "Dismiss" }).click();
  await expect(notice(other)).toHaveCount(0);
  await expect(other).not.toHaveURL(/asof=|n=\d|v=2/);
  await other.context().close();
});

test("the same calls are called so, fewer are not explained away, and a moving range says nothing", async ({
  page,
  browser,
  server,
}) => {
  await open(page, PAST);
  const total = await screenOf(page).total();
  await openOptions(page);
  await expect(options(page).getByRole("button", { name: "复制链接" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(options(page)).toBeHidden();
  const link = await copied(page);
  await page.goto(YESTERDAY);
  await screenOf(page).settled();
  await openOptions(page);
  await options(page).getByRole("radio", { name: "昨天，以打开链接的时间为准" }).check();
  await options(page).getByRole("button", { name: "复制链接" }).click();
  await expect(options(page)).toBeHidden();
  await expect
    .poll(() => copied(page))
    .toMatch(/\?v=2&instance=[^&]+&range=yesterday&type=Inbound$/);
  const moving = await copied(page);

  const other = await stranger(browser, server);
  await other.goto(link);
  await logIn(other, "chen");
  await expect(notice(other)).toContainText(`The same ${total} calls`);
  await other.goto(moving);
  const screen = screenOf(other, "en-US");
  await screen.settled();
  await expect(notice(other)).toHaveCount(0);
  await other.context().close();

  const lead = await stranger(browser, server);
  await lead.goto(link);
  await logIn(lead, "zhao");
  await expect(notice(lead)).toContainText(/fewer than when the link was copied.*you may see less/);
  await lead.context().close();
});

test("a text for a chat has the filter, the figures and the link, and no number", async ({
  page,
  browser,
  server,
}) => {
  await open(page, `${YESTERDAY}&cols=startTime,callingNumber`);
  const screen = screenOf(page);
  const number = await screen.cell(0, "callingNumber").innerText();
  await page.getByRole("textbox", { name: "主叫为" }).fill(number);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/caller=eyJ/);
  await screen.settled();
  await openOptions(page);
  const masked = `${number.slice(0, 3)}****${number.slice(-4)}`;
  await expect(options(page)).toContainText(`没有按号码查找权限的人只看到 ${masked}`);
  // The figures come after the rows.
  await expect(options(page)).toContainText(/放弃率 .*共 \d+ 条呼入/);
  await options(page).getByRole("button", { name: "复制文字" }).click();
  await expect(page.getByText("文字已复制")).toBeVisible();
  const text = await copied(page);
  expect(text).not.toContain(number);
  const [heading, time, filter, ...rest] = text.split("\n");
  expect(heading).toBe("通话记录 · 示例呼叫中心");
  const inShanghai = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" });
  const yesterday = inShanghai.format(TEST_INSTANT - DAY_MS);
  expect(time).toBe(`时间：${yesterday}（Asia/Shanghai）`);
  expect(filter).toBe(`筛选：通话类型 呼入；主叫为 ${masked}`);
  expect(rest[0]).toBe(`通话 ${await screen.total()}`);
  const link = rest.at(-1) ?? "";
  expect(link).toMatch(/^http.*&n=\d+&.*caller=eyJ/);

  const other = await stranger(browser, server);
  await other.goto(link);
  await logIn(other, "chen");
  await expect(screenOf(other, "en-US").pills).toContainText(masked);
  // Of calls that they do not see nothing is said.
  await expect(other.getByText(/link was copied/)).toHaveCount(0);
  await other.context().close();
});

test("a link of a later edition opens with what is understood, and says so", async ({ page }) => {
  await open(page, `${YESTERDAY}&v=9&mood=good&n=some`);
  await expect(notice(page)).toContainText("此链接来自更新版本的 Callscope");
  await expect(notice(page)).toContainText("mood (未知参数)");
  await expect(notice(page)).toContainText("n=some");
  await expect(screenOf(page).pills).toContainText("呼入");
  await notice(page).getByRole("button", { name: "清除" }).click();
  await expect(page).toHaveURL(/\?range=yesterday&type=Inbound$/);
  await expect(notice(page)).toHaveCount(0);
});
