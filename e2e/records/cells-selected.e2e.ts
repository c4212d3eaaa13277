import type { Locator, Page } from "playwright/test";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

test.beforeEach(({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

/** Selects text with the mouse from the left of one cell to the right of another, once both are at rest. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.hover({ position: { x: 12, y: 10 } });
  await page.mouse.down();
  const width = await to.evaluate((cell) => cell.clientWidth);
  await to.hover({ position: { x: width - 12, y: 10 } });
  await page.mouse.up();
}

async function copied(page: Page): Promise<string> {
  await page.keyboard.press("ControlOrMeta+c");
  return page.evaluate(() => navigator.clipboard.readText());
}

/** What copies cells as cells is code that comes after the rows: until then they are copied as text. */
async function copiedCells(page: Page): Promise<string[]> {
  await expect(async () => expect(await copied(page)).toContain("\t")).toPass();
  return (await copied(page)).split(/\r?\n/);
}

test("text selected over several cells is copied as rows and columns", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last30d&cols=contactId,startTime,contactType");
  await screen.settled();
  await drag(page, screen.cell(1, "contactId"), screen.cell(3, "contactType"));
  const lines = await copiedCells(page);
  const expected = await Promise.all(
    [1, 2, 3].map(async (row) => {
      const texts = await screen.row(row).getByRole("gridcell").allInnerTexts();
      return texts.map((text) => text.trim()).join("\t");
    }),
  );
  // An instant leaves with its year, which the screen does without.
  for (const line of lines) expect(line).toMatch(/\t\d{4}-\d\d-\d\d /);
  expect(lines.map((line) => line.replace(/\t\d{4}-/, "\t"))).toEqual(expected);
  // Nothing was opened by it.
  await expect(screen.drawer).toBeHidden();
});

test("rows that are selected and scrolled far out of view are copied, too", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last30d&cols=contactId,startTime");
  await screen.settled();
  const ids = await Promise.all(
    [1, 2, 3, 4, 5].map((row) => screen.cell(row, "contactId").innerText()),
  );
  await drag(page, screen.cell(1, "contactId"), screen.cell(5, "startTime"));
  await page.locator("#records").evaluate((element) => element.scrollTo({ top: 5_000 }));
  await expect(screen.row(3)).toHaveCount(0);
  await screen.settled();
  const lines = await copiedCells(page);
  expect(lines.map((line) => line.split("\t")[0])).toEqual(ids);
  // And a selection that is drawn out from there by the keyboard's Shift and a click.
  const seen = screen.rows.nth(10);
  const last = Number(await seen.getAttribute("data-row"));
  await expect(seen).toBeInViewport();
  await seen
    .getByRole("gridcell")
    .first()
    .click({ modifiers: ["Shift"] });
  expect(await copiedCells(page)).toHaveLength(last);
});

test("text within one cell is copied as it is", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last30d&cols=contactId,startTime");
  await screen.settled();
  await screen.cell(1, "startTime").selectText();
  const text = await screen.cell(1, "startTime").innerText();
  expect((await copied(page)).trim()).toBe(text.trim());
});
