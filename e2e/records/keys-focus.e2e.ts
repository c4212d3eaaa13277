import { expectFocus, FIRST_COLUMN } from "./grid-focus.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

test("Enter opens a call, and Escape returns to the cell it came from", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last30d&cols=startTime,contactId,talkTime");
  await screen.settled();
  const id = await screen.cell(5, "contactId").innerText();
  await screen.cell(5, "talkTime").focus();
  await page.keyboard.press("Enter");
  await expect(screen.drawer).toContainText(id);
  await page.keyboard.press("Escape");
  await expect(screen.drawer).toBeHidden();
  await expectFocus(screen, 5, "talkTime");
});

test("the focus outlives its page, and one step brings it back into view", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last30d");
  await screen.settled();
  const cell = screen.cell(3, "contactType");
  await cell.focus();
  await screen.grid.hover();
  // No more than two thousand calls are held, so the first page has to go.
  await expect(async () => {
    await page.mouse.wheel(0, 6000);
    await screen.settled();
    await expect(screen.row(3)).toHaveAttribute("data-loading", { timeout: 50 });
  }).toPass({ timeout: 60_000, intervals: [50] });
  await expect(cell).toBeFocused();
  await expect(cell).not.toBeInViewport();
  await page.keyboard.press("ArrowDown");
  await expectFocus(screen, 4, "contactType");
  await expect(screen.row(4)).not.toHaveAttribute("data-loading");
});

test("after sorting from a heading the keys go on from there", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last30d");
  await screen.settled();
  await screen.cell(0, FIRST_COLUMN).focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/sort=startTime$/);
  await screen.settled();
  await page.keyboard.press("ArrowDown");
  await expectFocus(screen, 0, FIRST_COLUMN);
});

for (const row of [2, 57])
  test(`filtering by key from row ${row} keeps the focus in the grid`, async ({ page }) => {
    const screen = screenOf(page);
    await page.goto("/?range=last30d");
    await screen.settled();
    await screen.cell(0, "contactType").focus();
    for (let at = 0; at < row; at += 1) await page.keyboard.press("ArrowDown");
    await expectFocus(screen, row, "contactType");
    await page.keyboard.press("f");
    await expect(page).toHaveURL(/type=/);
    await screen.settled();
    await expectFocus(screen, 0, "contactType");
  });
