import type { Page } from "playwright/test";
import { screenOf, type Screen } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

/** What can be pressed and is seen, but has some of it under the drawer. */
function coveredBy(drawer: Screen["drawer"]): Promise<string[]> {
  return drawer.evaluate((element) => {
    const edge = element.getBoundingClientRect().left;
    const pressed = "#root :is(button, select, input, a[href], [role=alert], [role=slider])";
    /** How far to the right it is seen: what scrolls by itself may cut it off. */
    const seenUpTo = (one: Element) => {
      let right = one.getBoundingClientRect().right;
      for (let around = one.parentElement; around !== null; around = around.parentElement)
        if (getComputedStyle(around).overflowX !== "visible")
          right = Math.min(right, around.getBoundingClientRect().right);
      return right;
    };
    return [...document.querySelectorAll<HTMLElement>(pressed)]
      .filter((one) => one.closest("[role=row]") === null && one.checkVisibility())
      .filter((one) => one.offsetWidth > 1 && one.getBoundingClientRect().top >= 0)
      .filter((one) => seenUpTo(one) > edge + 1)
      .map((one) => one.getAttribute("aria-label") ?? one.innerText);
  });
}

/** What can be pressed in the toolbar and lies under something else, or outside. */
function hiddenInToolbar(page: Page): Promise<string[]> {
  return page.getByRole("main").evaluate((main) => {
    const bar = main.querySelector("[aria-keyshortcuts=T]")?.closest("div");
    return [...(bar?.querySelectorAll<HTMLElement>("button, select") ?? [])]
      .filter((one) => {
        const { left, top, width, height } = one.getBoundingClientRect();
        return [0.1, 0.5, 0.9].some((part) => {
          const hit = document.elementFromPoint(left + width * part, top + height / 2);
          return hit === null || !one.contains(hit);
        });
      })
      .map((one) => one.getAttribute("aria-label") ?? one.innerText);
  });
}

for (const hasTouch of [false, true])
  for (const locale of ["zh-CN", "en-US"] as const)
    test.describe(`beside a call at 1024 px, ${hasTouch ? "by touch" : "by mouse"}, ${locale}`, () => {
      test.use({ hasTouch, isMobile: hasTouch, viewport: { width: 1024, height: 768 } });
      test.use({ expectedErrors: /status of 404/ });
      test("the whole toolbar can be reached", async ({ page }) => {
        const screen = screenOf(page, locale);
        await page.addInitScript((tag) => localStorage.setItem("callscope.language", tag), locale);
        for (const range of ["range=last7d", "from=1764000000000&to=1764100000000"]) {
          await page.goto(`/?${range}&record=nobody`);
          await expect(screen.drawer).toBeVisible();
          await expect(page.getByRole("button", { name: /^(列|Columns)$/ })).toBeVisible();
          await expect.poll(() => hiddenInToolbar(page)).toEqual([]);
          await page.keyboard.press("Escape");
          await expect(screen.drawer).toBeHidden();
          await expect.poll(() => hiddenInToolbar(page)).toEqual([]);
        }
      });
    });

test("nothing that can be pressed lies under the drawer, at any width", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last7d&disposition=Success");
  await screen.settled();
  await screen.rows.first().click();
  await expect(page).toHaveURL(/record=/);
  // A part of the address that is dropped brings a notice with a button.
  await page.goto(`${page.url()}&odd=1`);
  await expect(page.getByRole("status").filter({ hasText: "已忽略" })).toBeVisible();
  await expect(screen.drawer).toContainText("通话 ID");
  await page.getByRole("main").locator("canvas").first().waitFor();
  for (const width of [1440, 1024, 800])
    await test.step(`${width} px`, async () => {
      await page.setViewportSize({ width, height: 900 });
      const edge = async () => {
        const box = await screen.drawer.boundingBox();
        return Math.round((box?.x ?? 0) + (box?.width ?? 0));
      };
      await expect.poll(edge).toBe(width);
      await expect.poll(() => coveredBy(screen.drawer)).toEqual([]);
      // The last column can be scrolled out from under it.
      await page.locator("#records").evaluate((element) => element.scrollTo({ left: 10_000 }));
      const cell = screen.rows.first().getByRole("gridcell").last();
      const [seen, drawer] = [await cell.boundingBox(), await screen.drawer.boundingBox()];
      expect((seen?.x ?? 0) + (seen?.width ?? 0)).toBeLessThanOrEqual((drawer?.x ?? 0) + 1);
      await page.locator("#records").evaluate((element) => element.scrollTo({ left: 0 }));
    });
});
