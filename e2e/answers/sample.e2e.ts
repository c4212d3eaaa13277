import { readFile } from "node:fs/promises";
import type { Page } from "playwright/test";
import { csvTable } from "#sheet/sheet-reading.kit.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

const LANGUAGES = [
  {
    locale: "zh-CN",
    language: "中文",
    show: "抽样质检",
    title: "抽样质检",
    calls: "抽取条数",
    agent: "每位坐席",
    all: "全部通话",
    leastTalk: "通话至少",
    heard: (heard: number, of: number) => `已听 ${heard} / ${of} 条`,
    mark: /的通话已听$/,
    open: /^打开 .* 的通话$/,
    undo: "撤销标记",
    without: "不含已听",
    again: "换一批",
    csv: "导出 CSV",
    export: "导出标记",
    import: "选择已听标记文件（JSON）",
    broken: "文件不是 JSON：第 1 行第 2 个字符处有误",
    marks: (count: number) => `标记（${count}）`,
  },
  {
    locale: "en-US",
    language: "EN",
    show: "Review sample",
    title: "Sample for review",
    calls: "Calls to draw",
    agent: "Each agent",
    all: "All calls",
    leastTalk: "Talked at least",
    heard: (heard: number, of: number) => `${heard} of ${of} heard`,
    mark: /^Call of .* heard$/,
    open: /^Open the call of /,
    undo: "Undo mark",
    without: "Without those heard",
    again: "Draw again",
    csv: "Export CSV",
    export: "Export marks",
    import: "Choose a file of heard marks (JSON)",
    broken: "The file is not JSON: it breaks at 1:2 (line:character)",
    marks: (count: number) => `Marks (${count})`,
  },
] as const;

const RANGE = "range=last7d";

/** When the calls of the sample were, in the order of its rows: what tells them apart. */
const timesOf = (page: Page, open: RegExp) =>
  page.getByRole("table").getByRole("button", { name: open }).allInnerTexts();

for (const words of LANGUAGES)
  test(`calls to listen to, found from the start page and drawn again by the link, in ${words.locale}`, async ({
    page,
  }) => {
    await page.goto(`/?${RANGE}`);
    await page.getByRole("radiogroup").getByText(words.language, { exact: true }).click();
    await page.getByRole("navigation").getByRole("link", { name: words.show, exact: true }).click();
    await expect(page).toHaveURL(/show=sample&sample=5-all-0-[0-9a-z]{1,6}/);
    const answer = page.getByRole("region", { name: words.title });
    const status = answer.getByRole("status").first();
    await expect(status).toContainText(words.heard(0, 5));
    const marks = answer.getByRole("checkbox", { name: words.mark });
    await expect(marks).toHaveCount(5);
    const first = await timesOf(page, words.open);

    // A colleague's browser, or the same one tomorrow.
    await page.reload();
    await expect(status).toContainText(words.heard(0, 5));
    expect(await timesOf(page, words.open)).toEqual(first);

    await answer.getByRole("button", { name: words.open }).first().click();
    await expect(screenOf(page, words.locale).drawer).toBeVisible();
    await page.keyboard.press("Escape");
    await marks.first().check();
    await marks.nth(1).check();
    await expect(status).toContainText(words.heard(2, 5));
    await answer.getByRole("button", { name: words.undo }).click();
    await expect(status).toContainText(words.heard(1, 5));

    // The one that was heard has gone, the others have stayed, and another came.
    await answer.getByRole("checkbox", { name: words.without }).check();
    await expect(status).toContainText(words.heard(0, 5));
    expect((await timesOf(page, words.open)).slice(0, 4)).toEqual(first.slice(1));
    await answer.getByRole("checkbox", { name: words.without }).uncheck();
    await expect(status).toContainText(words.heard(1, 5));
    expect(await timesOf(page, words.open)).toEqual(first);

    // Others by chance, among which may be the one that was heard.
    await answer.getByRole("button", { name: words.again }).click();
    await expect.poll(() => timesOf(page, words.open)).not.toEqual(first);
    await expect(marks).toHaveCount(5);
  });

test("so many calls of each agent, with a least talk, in the address and as a file", async ({
  page,
}) => {
  const [words] = LANGUAGES;
  await page.goto(`/?${RANGE}&show=sample&sample=5-all-0-a1b2`);
  const answer = page.getByRole("region", { name: words.title });
  await answer.getByText(words.agent, { exact: true }).click();
  await answer.getByRole("textbox", { name: words.calls }).fill("2");
  await answer.getByRole("textbox", { name: words.leastTalk }).fill("60");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/sample=2-agent-60-a1b2/);
  await expect(answer.getByRole("status").first()).toContainText("抽自通话够长的");
  const agents = await answer
    .getByRole("rowgroup")
    .filter({ hasText: /条中的/ })
    .count();
  expect(agents).toBeGreaterThan(3);
  const downloading = page.waitForEvent("download");
  await answer.getByRole("button", { name: words.csv }).click();
  const { rows } = csvTable(await readFile(await (await downloading).path()));
  const drawnFor = rows.map(([agent]) => agent);
  expect(new Set(drawnFor).size).toBe(agents);
  for (const agent of drawnFor)
    expect(drawnFor.filter((one) => one === agent).length).toBeLessThanOrEqual(2);
  // Out of range is said at the field, and changes nothing.
  await answer.getByRole("textbox", { name: words.calls }).fill("51");
  await page.keyboard.press("Enter");
  await expect(answer.getByRole("alert")).toHaveText("须为 1 至 50 的整数");
  await expect(page).toHaveURL(/sample=2-agent-60-a1b2/);
});

test("marks go into a file and come out of it, and a broken file says where", async ({ page }) => {
  const [words] = LANGUAGES;
  await page.goto(`/?${RANGE}&show=sample&sample=5-all-0-a1b2`);
  const answer = page.getByRole("region", { name: words.title });
  await answer.getByRole("checkbox", { name: words.mark }).first().check();
  const downloading = page.waitForEvent("download");
  await answer.getByRole("button", { name: words.export }).click();
  const path = await (await downloading).path();
  await answer.getByRole("button", { name: words.undo }).click();
  await expect(answer).toContainText(words.marks(0));
  await answer.getByLabel(words.import).setInputFiles(path);
  await expect(answer).toContainText(words.marks(1));
  const broken = { name: "marks.json", mimeType: "application/json", buffer: Buffer.from("{") };
  await answer.getByLabel(words.import).setInputFiles(broken);
  await expect(answer.getByRole("alert")).toHaveText(words.broken);
  await expect(answer).toContainText(words.marks(1));
});
