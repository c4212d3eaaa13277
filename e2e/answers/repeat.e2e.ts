import { readFile } from "node:fs/promises";
import { csvTable } from "#sheet/sheet-reading.kit.ts";
import { expect, START, test } from "./lost-calls.ts";
import { screenOf } from "../kit/screen.ts";

const LANGUAGES = [
  {
    locale: "zh-CN",
    language: "中文",
    show: "重复来电",
    title: "重复来电",
    found: "4 位客户重复联系，共读取 10 条通话",
    withheld: "1 条通话没有客户号码或号码未显示，不计入",
    week: "7 天",
    theirs: "13800000001 的通话",
    gap: "20 分钟",
    csv: "导出 CSV",
  },
  {
    locale: "en-US",
    language: "EN",
    show: "Repeat callers",
    title: "Repeat callers",
    found: "4 customers with repeated calls, among 10 calls",
    withheld: "Not counted: 1 call without a customer's number",
    week: "7 days",
    theirs: "Calls of 13800000001",
    gap: "20 min",
    csv: "Export CSV",
  },
] as const;

for (const words of LANGUAGES)
  test(`who keeps calling, from the start page to their calls, in ${words.locale}`, async ({
    page,
  }) => {
    const screen = screenOf(page, words.locale);
    await page.goto(START);
    await page.getByRole("radiogroup").getByText(words.language, { exact: true }).click();
    await page.getByRole("navigation").getByRole("link", { name: words.show, exact: true }).click();
    await expect(page).toHaveURL(/[?&]show=repeat$/);
    const answer = page.getByRole("region", { name: words.title });
    await expect(answer.getByRole("status").first()).toContainText(words.found);
    await expect(answer.getByRole("listitem")).toHaveText([words.withheld]);
    const rows = answer.getByRole("row").filter({ has: page.getByRole("rowheader") });
    await expect(rows).toHaveCount(4);
    // Called twice, and was called in another form of the number: one customer, who has the most calls.
    await expect(rows.first()).toContainText(/13800000001.*3.*3/);
    await expect(rows.first()).toContainText(words.gap);

    await answer.getByText(words.week, { exact: true }).click();
    await expect(page).toHaveURL(/[?&]show=repeat&within=7d$/);
    await expect(rows).toHaveCount(4);

    const downloading = page.waitForEvent("download");
    await answer.getByRole("button", { name: words.csv }).click();
    const file = csvTable(await readFile(await (await downloading).path()));
    expect(file.rows[0]?.slice(0, 3)).toEqual(["13800000001", "3", "3"]);

    await rows.first().getByRole("button", { name: words.theirs }).click();
    await expect(page).not.toHaveURL(/show=|13800000001/);
    await expect.poll(() => screen.total()).toBe(3);
  });
