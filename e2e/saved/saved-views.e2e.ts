import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

const TEAM_FILE = join(mkdtempSync(join(tmpdir(), "callscope-team-")), "team.json");
const teamFile = (...views: readonly object[]) =>
  writeFileSync(TEAM_FILE, JSON.stringify({ version: 1, views }));
teamFile({ name: "全队：放弃", view: "?range=last7d&disposition=AbandonedInQueue" });

test.use({ serverEnv: { TEAM_VIEWS_FILE: TEAM_FILE } });

const savedOf = (page: Page) => {
  const panel = page.getByRole("dialog", { name: "视图", exact: true });
  return {
    panel,
    /** Names the view that is open. */
    button: page.locator("header [aria-keyshortcuts=V]"),
    own: panel.getByRole("region", { name: "我的视图" }).getByRole("listitem"),
    team: panel.getByRole("region", { name: "团队视图" }),
    recent: panel.getByRole("region", { name: "最近的视图" }),
    async open() {
      // Its code comes behind the rows, and hears the key.
      await page.locator("[aria-keyshortcuts=V]").waitFor();
      await page.keyboard.press("v");
      await expect(panel.getByText("打开网站时")).toBeVisible();
    },
    async save(name: string) {
      await panel.getByRole("textbox", { name: "视图名称" }).fill(name);
      await page.keyboard.press("Enter");
      await expect(panel.getByText(`当前视图已保存为“${name}”`)).toBeVisible();
    },
    close: () => page.keyboard.press("Escape"),
  };
};

async function open(page: Page, address: string) {
  await page.goto(address);
  const screen = screenOf(page);
  await screen.settled();
  return { screen, saved: savedOf(page) };
}

test("a view is saved, changed, updated, renamed, ordered, deleted and brought back", async ({
  page,
  context,
}) => {
  const { screen, saved } = await open(page, "/?range=last7d&disposition=Success");
  await saved.open();
  await saved.save("早班");
  await saved.close();
  await expect(saved.panel).toBeHidden();
  await expect(saved.button).toHaveText("早班");

  await page.getByRole("checkbox", { name: "排队放弃" }).click();
  await expect(page).toHaveURL(/AbandonedInQueue/);
  await expect(saved.button).toContainText("有改动");
  await saved.open();
  await saved.panel.getByRole("button", { name: "更新" }).click();
  await saved.panel.getByText("当前视图已保存为“早班”").waitFor();
  await saved.close();
  await expect(saved.button).toHaveText("早班");

  await screen.chooseRange("昨天");
  await screen.settled();
  await saved.open();
  await saved.save("昨天的");
  await expect(saved.own).toHaveText([/^早班/, /^昨天的/]);
  await saved.own.last().getByRole("button").first().press("Alt+ArrowUp");
  await expect(saved.own).toHaveText([/^昨天的/, /^早班/]);
  await saved.own.last().getByRole("button").first().press("F2");
  await saved.panel.getByRole("textbox", { name: "重命名“早班”" }).fill("晚班");
  await page.keyboard.press("Enter");
  await expect(saved.own).toHaveText([/^昨天的/, /^晚班近 7 天 · 挂断原因 正常结束, 排队放弃/]);
  await expect(saved.own.last().getByRole("button").first()).toBeFocused();
  await saved.own.first().getByRole("button").first().press("Delete");
  await expect(saved.own).toHaveText([/^晚班/]);
  // Whoever has closed the panel can still change their mind.
  await page.keyboard.press("Escape");
  await expect(saved.panel).toBeHidden();
  await saved.open();
  await saved.panel.getByRole("button", { name: "撤销删除" }).click();
  await expect(saved.own).toHaveText([/^昨天的/, /^晚班/]);

  await saved.panel.getByRole("combobox", { name: "打开网站时" }).selectOption("晚班");
  const fresh = await context.newPage();
  const other = await open(fresh, "/");
  await expect(fresh).toHaveURL(/range=last7d&disposition=/);
  await expect(other.saved.button).toHaveText("晚班");
  // What another tab does is seen in this one.
  await other.saved.open();
  await other.saved.own.first().getByRole("button").first().press("Delete");
  await expect(saved.own).toHaveText([/^晚班/]);
});

test("the last changes are undone one by one and done again, and Back goes on as it does", async ({
  page,
}) => {
  const { screen } = await open(page, "/?range=yesterday");
  await screen.row(0).waitFor();
  await page.getByRole("checkbox", { name: "正常结束" }).click();
  await expect(page).toHaveURL(/disposition=Success$/);
  await screen.chooseRange("近 7 天");
  await expect(page).toHaveURL(/range=last7d/);
  await page.keyboard.press("Control+z");
  await expect(page.getByText("已撤销：时间范围")).toBeVisible();
  await expect(page).toHaveURL(/range=yesterday&disposition=Success$/);
  await page.keyboard.press("Control+z");
  await expect(page.getByText("已撤销：挂断原因")).toBeVisible();
  await expect(page).toHaveURL(/range=yesterday$/);
  await page.keyboard.press("Control+z");
  await expect(page.getByText("没有可撤销的改动")).toBeVisible();
  await page.keyboard.press("Control+Shift+z");
  await expect(page.getByText("已恢复：挂断原因")).toBeVisible();
  await expect(page).toHaveURL(/range=yesterday&disposition=Success$/);
  await page.goBack();
  await expect(page).toHaveURL(/range=yesterday$/);
});

test("views go into another browser by a file, sealed numbers with them, and nothing stored is a number", async ({
  page,
  freshPage,
}) => {
  const all = await open(page, "/?range=last30d&type=Inbound&cols=callingNumber,calledNumber");
  const number = await all.screen.cell(0, "callingNumber").innerText();
  const { saved } = await open(page, `/?range=last30d&caller=${number}`);
  await expect(page).toHaveURL(/caller=eyJ/);
  await saved.open();
  await saved.save("老客户");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    saved.panel.getByRole("button", { name: "导出" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("通话记录视图.json");
  const text = readFileSync(await download.path(), "utf8");
  expect(text).toContain("caller=eyJ");

  const there = await open(freshPage, "/?range=yesterday");
  await there.saved.open();
  const choose = async (content: string) => {
    const chosen = freshPage.waitForEvent("filechooser");
    await there.saved.panel.getByRole("button", { name: "导入" }).click();
    const buffer = Buffer.from(content);
    await (await chosen).setFiles({ name: "views.json", mimeType: "application/json", buffer });
  };
  await choose('{"version": 1, "views": [{"name": "x"}]}');
  await expect(there.saved.panel.getByRole("alert")).toContainText("views.0.view");
  await choose(text);
  await expect(there.saved.own).toHaveText([/^老客户近 30 天 · 主叫为/]);
  const clear = { version: 1, views: [{ name: "老客户", view: `?called=${number}` }] };
  await choose(JSON.stringify(clear));
  await there.saved.panel.getByRole("button", { name: "都保留" }).click();
  await expect(there.saved.own).toHaveText([/^老客户/, /^老客户 \(2\)近|^老客户 \(2\)今天/]);
  await there.saved.own.first().getByRole("button").first().click();
  await expect(freshPage).toHaveURL(/range=last30d&caller=eyJ/);
  await expect(there.screen.pills).toContainText(`主叫为${number}`);
  for (const one of [page, freshPage]) {
    const stored = await one.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    );
    expect(stored).toContain("eyJ");
    expect(stored).not.toContain(number);
  }
});

test("what the team is handed comes first, as its file is by now, and the last views come back", async ({
  page,
}) => {
  const { screen, saved } = await open(page, "/?range=yesterday&disposition=Success");
  // What is passed by is not remembered.
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem("callscope.recent-views")))
    .toContain("Success");
  await saved.open();
  await saved.team.getByRole("button", { name: /全队：放弃/ }).click();
  await expect(page).toHaveURL(/range=last7d&disposition=AbandonedInQueue$/);
  await expect(saved.button).toHaveText("全队：放弃");
  await screen.settled();
  // One begins with what the team has by now, from the visit after the one that has heard of it.
  await saved.open();
  await saved.panel.getByRole("combobox", { name: "打开网站时" }).selectOption("全队：放弃");
  teamFile({ name: "全队：放弃", view: "?range=last30d&disposition=AbandonedInQueue" });
  await page.goto("/");
  await expect(page).toHaveURL(/range=last7d/);
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem("callscope.start-view")))
    .toContain("last30d");
  teamFile({ name: "全队：昨天", view: "?range=yesterday" });
  await page.goto("/");
  await expect(page).toHaveURL(/range=last30d/);
  await expect(page.getByText("团队视图“全队：放弃”已经没有了")).toBeVisible();
  await screen.settled();
  await saved.open();
  await expect(saved.panel.getByRole("combobox", { name: "打开网站时" })).toHaveValue("");
  await expect(saved.team.getByRole("listitem")).toHaveText([/^全队：昨天/]);
  await expect(saved.recent.getByRole("listitem").last()).toHaveText(/^昨天 · 挂断原因 正常结束/);
});
