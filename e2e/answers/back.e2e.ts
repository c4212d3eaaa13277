import { readFile } from "node:fs/promises";
import { createFormats } from "#labels/formats.ts";
import { csvTable } from "#sheet/sheet-reading.kit.ts";
import { ago, expect, START, test } from "./lost-calls.ts";
import { screenOf } from "../kit/screen.ts";

const LANGUAGES = [
  {
    locale: "zh-CN",
    language: "中文",
    show: "待回呼",
    waiting: "2 位待回呼",
    upTo: /已核对到 \d\d:\d\d:\d\d 的通话/,
    tried: (at: string) => `已回拨 1 次，最后 ${at}，未接通`,
    settled: "另有 1 位自己打通，1 位已被回拨接通",
    withheld: "另有 1 次来电号码未显示，无法回拨",
    open: (at: string) => `打开 ${at} 的通话`,
    theirs: "该客户的通话",
    csv: "导出 CSV",
  },
  {
    locale: "en-US",
    language: "EN",
    show: "Call back",
    waiting: "2 callers to call back",
    upTo: /Checked up to \d\d:\d\d:\d\d/,
    tried: (at: string) => `Tried once, ${at}, not reached`,
    settled: "1 caller got through later, 1 reached by a call back",
    withheld: "1 call without a number, which cannot be called back",
    open: (at: string) => `Open the call of ${at}`,
    theirs: "This caller's calls",
    csv: "Export CSV",
  },
] as const;

for (const words of LANGUAGES)
  test(`whom to call back this morning, from the start page, in ${words.locale}`, async ({
    page,
  }) => {
    const { instantShort, clock } = createFormats(words.locale, "Asia/Shanghai");
    const at = (minutes: number) => instantShort(ago(minutes), ago(0));
    const screen = screenOf(page, words.locale);
    await page.goto(START);
    await page.getByRole("radiogroup").getByText(words.language, { exact: true }).click();
    await page.getByRole("navigation").getByRole("link", { name: words.show, exact: true }).click();
    await expect(page).toHaveURL(/[?&]show=back$/);
    const answer = page.getByRole("region", { name: words.show });
    await expect(answer.getByRole("status").first()).toContainText(words.waiting);
    await expect(answer.getByRole("status").first()).toContainText(words.upTo);
    await expect(answer.getByRole("listitem")).toHaveText([words.withheld, words.settled]);
    // Who has waited the longest comes first: since the last try, not since the first.
    const rows = answer.getByRole("row").filter({ has: page.getByRole("rowheader") });
    await expect(rows).toHaveText([/13800000004.*1.*0:08/, /13800000001.*2.*0:42.*Front desk/]);
    await expect(rows.nth(1)).toContainText(words.tried(clock(ago(9), ago(0)).slice(0, -3)));
    await answer.getByRole("columnheader").nth(2).getByRole("button").click();
    await expect(rows).toHaveText([/13800000001/, /13800000004/]);

    await rows
      .first()
      .getByRole("button", { name: words.open(at(30)) })
      .click();
    await expect(page).toHaveURL(/record=twice-2/);
    await expect(screen.drawer).toContainText("13800000001");
    await page.goBack();
    await expect(screen.drawer).toBeHidden();

    const downloading = page.waitForEvent("download");
    await answer.getByRole("button", { name: words.csv }).click();
    const file = csvTable(await readFile(await (await downloading).path()));
    expect(file.rows.map((row) => [row[0], row[1], row[7]])).toEqual([
      ["13800000001", "2", "1"],
      ["13800000004", "1", "0"],
    ]);

    await rows.first().getByRole("button", { name: words.theirs }).click();
    await expect(page).not.toHaveURL(/show=|13800000001/);
    await expect.poll(() => screen.total()).toBe(3);
  });
