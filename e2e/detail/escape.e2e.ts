import type { Page } from "playwright/test";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

/** Opens something beside the open call and says what is to be gone after the first Escape. */
const BESIDE: Readonly<Record<string, (page: Page) => Promise<() => Promise<void>>>> = {
  async "the help"(page) {
    await page.keyboard.press("?");
    return gone(page, "dialog", "键盘快捷键");
  },
  async "the choice of columns"(page) {
    await page.getByRole("button", { name: "列", exact: true }).click();
    return gone(page, "dialog", "表格的列");
  },
  async "the time range"(page) {
    await page.keyboard.press("t");
    return gone(page, "dialog", "时间范围");
  },
  async "the time range, with the focus on its button"(page) {
    await page.keyboard.press("t");
    await page.getByRole("dialog", { name: "时间范围" }).waitFor();
    await screenOf(page).timeRange.focus();
    return gone(page, "dialog", "时间范围");
  },
  async "a cell's menu"(page) {
    await screenOf(page).cell(2, "startTime").click({ button: "right" });
    return gone(page, "menu", "单元格操作");
  },
  async "a heading's menu"(page) {
    await page.getByRole("columnheader", { name: "总时长" }).click({ button: "right" });
    return gone(page, "menu", /列操作/);
  },
  async "a page number that is half typed"(page) {
    const field = screenOf(page).pager.getByRole("textbox");
    await field.fill("3");
    return async () => expect(field).not.toHaveValue("3");
  },
};

async function gone(page: Page, role: "dialog" | "menu", name: string | RegExp) {
  const opened = page.getByRole(role, { name });
  await opened.waitFor();
  return () => expect(opened).toBeHidden();
}

test("the first Escape closes what is open beside a call, and the second the call", async ({
  page,
}) => {
  const screen = screenOf(page);
  await page.goto("/?range=last7d");
  await screen.settled();
  for (const [name, open] of Object.entries(BESIDE))
    await test.step(name, async () => {
      await screen.rows.first().click();
      await expect(screen.drawer.getByRole("document")).toBeFocused();
      const expectGone = await open(page);
      await page.keyboard.press("Escape");
      await expectGone();
      // What slides out would do so for a while.
      await page.evaluate(() => {
        // What goes by a scroller's place never ends.
        const moving = document.getAnimations().filter((one) => one.timeline === document.timeline);
        return Promise.allSettled(moving.map((one) => one.finished));
      });
      await expect(screen.drawer).toBeVisible();
      await expect(page).toHaveURL(/record=/);
      await page.keyboard.press("Escape");
      await expect(screen.drawer).toBeHidden();
    });
});

test("the first Escape closes the help also where the call was opened after it", async ({
  page,
}) => {
  const screen = screenOf(page);
  await page.goto("/?range=last7d");
  await screen.settled();
  await screen.rows.first().click();
  await expect(screen.drawer.getByRole("document")).toBeFocused();
  await page.goBack();
  await expect(screen.drawer).toBeHidden();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "键盘快捷键" });
  await help.waitFor();
  await page.goForward();
  await expect(screen.drawer).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
  await expect(screen.drawer).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(screen.drawer).toBeHidden();
});
