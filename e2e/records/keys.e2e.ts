import { cellMenu } from "./cell-menu.ts";
import { expectFocus, expectOneTabStop, FIRST_COLUMN, LAST_COLUMN } from "./grid-focus.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

test.beforeEach(async ({ page }) => {
  await page.goto("/?range=last30d");
  await screenOf(page).settled();
});

test("from the top of the page the skip link leads to the first cell", async ({ page }) => {
  const skip = page.getByRole("link", { name: "跳到表格" });
  let presses = 0;
  do {
    await page.keyboard.press("Tab");
    presses += 1;
  } while (presses < 10 && !(await skip.evaluate((link) => link === document.activeElement)));
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expectFocus(screenOf(page), 0, FIRST_COLUMN);
  expect(presses).toBeLessThanOrEqual(3);
  // It is no step of the history, and nothing that a link would carry.
  await expect(page).toHaveURL(/\?range=last30d$/);
});

test("arrows, Home and End move the focus as the grid pattern has it", async ({ page }) => {
  const screen = screenOf(page);
  await screen.cell(0, FIRST_COLUMN).focus();
  await expectFocus(screen, 0, FIRST_COLUMN);
  const steps: readonly (readonly [string, number, string])[] = [
    ["ArrowRight", 0, "contactType"],
    ["ArrowDown", 1, "contactType"],
    ["ArrowLeft", 1, FIRST_COLUMN],
    ["ArrowLeft", 1, FIRST_COLUMN],
    ["End", 1, LAST_COLUMN],
    ["ArrowRight", 1, LAST_COLUMN],
    ["ArrowUp", 0, LAST_COLUMN],
    ["Home", 0, FIRST_COLUMN],
  ];
  for (const [key, row, column] of steps)
    await test.step(`${key} to ${column} of row ${row}`, async () => {
      await page.keyboard.press(key);
      await expectFocus(screen, row, column);
    });
});

test("a screenful is a key press, either way", async ({ page }) => {
  const screen = screenOf(page);
  await screen.cell(0, "contactType").focus();
  await page.keyboard.press("PageDown");
  const row = await screen.grid.locator("[aria-rowindex]:focus-within").getAttribute("data-row");
  const below = Number(row);
  expect(below).toBeGreaterThan(5);
  await expectFocus(screen, below, "contactType");
  await page.keyboard.press("PageDown");
  await expectFocus(screen, 2 * below, "contactType");
  await page.keyboard.press("PageUp");
  await expectFocus(screen, below, "contactType");
  // The headings are reached by a step, not by a leap.
  await page.keyboard.press("PageUp");
  await page.keyboard.press("PageUp");
  await expectFocus(screen, 0, "contactType");
});

test("the end of a list of many pages is a step away, and loads", async ({ page }) => {
  const screen = screenOf(page);
  const last = (await screen.total()) - 1;
  expect(last).toBeGreaterThan(2000);
  await screen.cell(1, "contactType").focus();
  await page.keyboard.press("Control+End");
  await expectFocus(screen, last, LAST_COLUMN);
  await expect(screen.row(last)).not.toHaveAttribute("data-loading");
  await expect(screen.cell(last, FIRST_COLUMN)).toHaveText(/^\d\d-\d\d \d\d:\d\d:\d\d$/);
  await expect(screen.grid).toHaveAttribute("aria-rowcount", String(last + 2));
  await page.keyboard.press("ArrowDown");
  await expectFocus(screen, last, LAST_COLUMN);
  await page.keyboard.press("Control+Home");
  await expectFocus(screen, 0, FIRST_COLUMN);
});

test("the grid is one tab stop, left and come back to", async ({ page }) => {
  const screen = screenOf(page);
  const cell = screen.cell(2, "contactType");
  for (const [away, back] of [
    ["Tab", "Shift+Tab"],
    ["Shift+Tab", "Tab"],
  ] as const)
    // What still comes beside the grid may come between the two.
    await expect(async () => {
      await cell.focus();
      await page.keyboard.press(away);
      await expect(screen.grid.locator(":focus")).toHaveCount(0);
      await page.keyboard.press(back);
      await expect(cell).toBeFocused({ timeout: 1_000 });
    }).toPass();
  await expectFocus(screen, 2, "contactType");
});

test("above the first call are the headings, where Enter sorts", async ({ page }) => {
  const screen = screenOf(page);
  await screen.cell(0, FIRST_COLUMN).focus();
  await page.keyboard.press("ArrowUp");
  const heading = screen.grid.getByRole("columnheader", { name: "开始时间" });
  await expect(heading).toBeFocused();
  await expect(heading).toHaveAttribute("aria-sort", "descending");
  await expectOneTabStop(screen);
  await page.keyboard.press("ArrowDown");
  await expectFocus(screen, 0, FIRST_COLUMN);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/sort=startTime$/);
  await expect(heading).toHaveAttribute("aria-sort", "ascending");
  await screen.settled();
  await expect(heading).toBeFocused();
  await expectOneTabStop(screen);
});

test("the menu key opens a cell's menu, and Escape returns to the cell", async ({ page }) => {
  const screen = screenOf(page);
  const menu = cellMenu(page);
  await screen.cell(1, "agentNames").focus();
  for (const key of ["ContextMenu", "Shift+F10"]) {
    await page.keyboard.press(key);
    await expect(menu).toBeVisible();
    // Arrows are the menu's now.
    await page.keyboard.press("ArrowDown");
    await expect(menu.locator(":focus")).toHaveCount(1);
    await page.keyboard.press("Escape");
    await expect(menu).toBeHidden();
    await expectFocus(screen, 1, "agentNames");
  }
});
