import { readFile } from "node:fs/promises";
import { columnFields, isComposed, type Column } from "#contract/view/columns.ts";
import { messagesEnUs } from "#labels/messages-en-us.ts";
import { messagesZhCn } from "#labels/messages-zh-cn.ts";
import { csvTable } from "#sheet/sheet-reading.kit.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

const LANGUAGES = [
  {
    locale: "zh-CN",
    fields: messagesZhCn.fields,
    language: "中文",
    last7d: "近 7 天",
    disposition: "挂断原因",
    abandoned: "排队放弃",
    talk: "通话时长",
    next: "下一页",
    formats: "更多导出方式",
    start: "开始时间",
    title: "通话记录 · Callscope",
  },
  {
    locale: "en-US",
    fields: messagesEnUs.fields,
    language: "EN",
    last7d: "Last 7 days",
    disposition: "Disposition",
    abandoned: "Abandoned in queue",
    talk: "Talk",
    next: "Next page",
    formats: "More ways to export",
    start: "Start time",
    title: "Call records · Callscope",
  },
] as const;

const seconds = (clock: string) =>
  clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);

for (const words of LANGUAGES)
  test(`the main job from filter to export, in ${words.locale}`, async ({ page }) => {
    const screen = screenOf(page, words.locale);
    // Not "today", which may have no calls yet: TEST_CLOCK may be any hour.
    await page.goto("/?range=yesterday");
    await page.getByRole("radiogroup").getByText(words.language, { exact: true }).click();
    await expect(page).toHaveTitle(new RegExp(`${words.title}$`));
    await screen.settled();

    await test.step("a preset and a filter narrow the rows and are in the address", async () => {
      await screen.chooseRange(words.last7d);
      await screen.settled();
      const all = await screen.total();
      await page
        .getByRole("group", { name: words.disposition })
        .getByRole("checkbox", { name: words.abandoned })
        .check();
      await expect(page).toHaveURL(/\?range=last7d&disposition=AbandonedInQueue$/);
      await screen.settled();
      expect(await screen.total()).toBeLessThan(all);
      expect(new Set(await screen.column(words.disposition))).toEqual(new Set([words.abandoned]));
      await expect(screen.pills).toContainText(words.abandoned);
    });

    await test.step("a reload restores it", async () => {
      const before = await screen.column(words.start);
      await page.reload();
      await screen.settled();
      expect(await screen.column(words.start)).toEqual(before);
      await expect(page.getByRole("checkbox", { name: words.abandoned })).toBeChecked();
    });

    await test.step("Back takes the filter away, and the controls follow", async () => {
      await page.goBack();
      await expect(page).toHaveURL(/\?range=last7d$/);
      await expect(page.getByRole("checkbox", { name: words.abandoned })).not.toBeChecked();
      await expect(screen.pills).toBeHidden();
      await page.goForward();
      await expect(page.getByRole("checkbox", { name: words.abandoned })).toBeChecked();
      await page.goBack();
      await screen.settled();
    });

    await test.step("a heading sorts, longest first and then shortest", async () => {
      const heading = screen.grid.getByRole("columnheader", { name: words.talk, exact: true });
      await heading.click();
      await expect(heading).toHaveAttribute("aria-sort", "descending");
      await expect(page).toHaveURL(/sort=-talkTime/);
      await screen.settled();
      const talk = (await screen.column(words.talk)).map(seconds);
      expect(talk).toEqual(talk.toSorted((a, b) => b - a));
      expect(talk[0]).toBeGreaterThan(0);
    });

    await test.step("the footer leads to the next page", async () => {
      await page.getByRole("button", { name: words.next }).click();
      await expect(page).toHaveURL(/page=2/);
      await expect(screen.row(100)).toBeInViewport();
      await screen.settled();
      await expect(screen.pager).toContainText("101–");
    });

    await test.step("a row opens its drawer, Back closes it", async () => {
      await screen.cell(102, "startTime").click();
      await expect(screen.drawer).toBeVisible();
      await expect(page).toHaveURL(/record=/);
      const start = await screen.cell(102, "startTime").innerText();
      await expect(screen.drawer).toContainText(start);
      await page.goBack();
      await expect(screen.drawer).toBeHidden();
    });

    await test.step("the export holds the page on screen", async () => {
      const downloading = page.waitForEvent("download");
      await page.getByRole("button", { name: words.formats }).click();
      await page.getByRole("menuitem", { name: /^CSV/ }).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toMatch(/_p2\.csv$/);
      const bytes = await readFile(await download.path());
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const { headings: header, rows } = csvTable(bytes);
      expect(rows).toHaveLength(100);
      expect(header[0]).toContain("Asia/Shanghai");
      // Each column of the screen is there; one that shows several fields as all of them.
      for (const heading of await screen.grid.getByRole("columnheader").all()) {
        const column = (await heading.getAttribute("data-column")) as Column;
        const names = header.map((text) => text.replace(/ \(.*\)$/, ""));
        for (const field of columnFields(column)) expect(names).toContain(words.fields[field]);
        if (isComposed(column)) continue;
        const at = names.indexOf(words.fields[column]);
        for (const row of [100, 105, 110]) {
          // Between the chips of a transfer chain stands a thinner arrow than in the file.
          const text = (await screen.cell(row, column).innerText()).replaceAll(" › ", " → ");
          const exported = rows[row - 100]?.[at] ?? "";
          // Durations are seconds in the file and clock times on screen, instants have their year,
          // and a dash is an empty cell.
          const expected = /^\d+:[\d:]+$/.test(text) ? String(seconds(text)) : text;
          expect(exported.endsWith(text === "–" ? "" : expected), `${column}: ${exported}`).toBe(
            true,
          );
        }
      }
    });
  });
