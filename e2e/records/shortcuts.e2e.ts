import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

test("a question mark opens the help on shortcuts, and the focus returns to its cell", async ({
  page,
}) => {
  const screen = screenOf(page);
  const help = page.getByRole("dialog", { name: "键盘快捷键" });
  await page.goto("/?range=last7d");
  await screen.settled();
  const cell = screen.grid.locator('[data-row="3"] [data-column]').first();
  await cell.focus();
  await page.keyboard.press("?");
  await expect(help).toBeVisible();
  for (const group of ["在表格里移动", "在一行上", "在单元格上", "在列标题上"])
    await expect(help.getByRole("heading", { name: group })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
  await expect(cell).toBeFocused();
  // A second time, now that its code is here and it is mounted.
  await page.keyboard.press("?");
  await expect(help).toBeVisible();
  await page.keyboard.press("?");
  await expect(help).toBeHidden();
  await expect(cell).toBeFocused();
});

test("a question mark that is typed is a question mark", async ({ page }) => {
  await page.goto("/?range=last7d");
  await screenOf(page).settled();
  const field = page.getByRole("textbox", { name: "号码包含" });
  await field.focus();
  await page.keyboard.type("?");
  await expect(field).toHaveValue("?");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("the button opens the same help, and gets the focus back", async ({ page }) => {
  await page.goto("/?range=last7d");
  await screenOf(page).settled();
  const button = page.getByRole("button", { name: "快捷键" });
  await button.click();
  const help = page.getByRole("dialog", { name: "键盘快捷键" });
  await expect(help).toBeVisible();
  await help.getByRole("button", { name: "关闭" }).click();
  await expect(help).toBeHidden();
  await expect(button).toBeFocused();
});

test("over an open call the help closes first, and the call stays", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last7d");
  await screen.settled();
  await screen.rows.first().click();
  await expect(screen.drawer).toContainText("通话 ID");
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "键盘快捷键" });
  await expect(help).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
  await expect(screen.drawer).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(screen.drawer).toBeHidden();
});
