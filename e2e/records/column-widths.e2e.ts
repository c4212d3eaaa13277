import type { Page } from "playwright/test";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

/** Columns whose words are known beforehand. Names and places are as long as they are. */
const OF_WORDS =
  /^(startTime|contactType|contactDisposition|callDuration|talkTime|satisfaction|recordingReady)$/;

/** The cells and headings in the document whose text is cut, each once. */
function cutTexts(page: Page): Promise<readonly string[]> {
  return page.locator('[role="grid"]').evaluate((grid, ofWords) => {
    const cells = [...grid.querySelectorAll<HTMLElement>('[role="gridcell"]')].filter((cell) =>
      new RegExp(ofWords).test(cell.dataset["column"] ?? ""),
    );
    const heads = [...grid.querySelectorAll<HTMLElement>('[role="columnheader"] > :first-child')];
    const numbers = [...grid.querySelectorAll<HTMLElement>("[data-field$=Number]")];
    const edge = (element: HTMLElement) =>
      element.closest('[role="gridcell"]')?.getBoundingClientRect().right ?? 0;
    const cut = [
      ...[...cells, ...heads].filter((one) => one.scrollWidth > one.clientWidth),
      ...numbers.filter((one) => one.getBoundingClientRect().right > edge(one)),
    ];
    return [...new Set(cut.map((one) => one.textContent))];
  }, OF_WORDS.source);
}

for (const locale of ["zh-CN", "en-US"] as const)
  test(`no word that is known beforehand is cut, and no number: ${locale}`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.addInitScript((chosen) => {
      localStorage.setItem("callscope.language", chosen);
    }, locale);
    const screen = screenOf(page, locale);
    // The longest of each.
    for (const some of ["disposition=AbandonedInRing", "type=Back2Back", "satDesc=非常不满意"]) {
      await page.goto(`/?range=last30d&${some}`);
      await screen.settled();
      await expect(screen.rows.first()).toBeVisible();
      expect(await cutTexts(page), some).toEqual([]);
    }
    const overflow = await page
      .locator("#records")
      .evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(overflow).toBe(0);
  });
