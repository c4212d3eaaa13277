import type { Page } from "playwright/test";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

/** The icons that a screen reader would read out by their English names, such as "sun". */
function namedByLibrary(page: Page): Promise<(string | null)[]> {
  return page.locator(".anticon:not([aria-hidden])").evaluateAll((icons) =>
    icons
      .filter((icon) => icon.closest("[aria-hidden], button[aria-label]") === null)
      .map((icon) => icon.getAttribute("aria-label"))
      .filter((name) => name === null || /^[a-z-]+$/.test(name)),
  );
}

test("no icon is read out by the name that its library gives it", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const screen = screenOf(page);
  await page.goto("/?range=last7d&disposition=Success");
  await screen.settled();
  await page.locator("canvas").waitFor();
  expect(await page.locator(".anticon").count()).toBeGreaterThan(10);
  expect(await namedByLibrary(page)).toEqual([]);

  await page.getByRole("button", { name: "复制链接" }).click();
  await page.getByText("链接已复制").waitFor();
  await page.getByRole("button", { name: "列", exact: true }).click();
  await page.getByRole("textbox", { name: "查找列" }).fill("时");
  await page.keyboard.press("Escape");
  await screen.timeRange.click();
  await screen.timePanel.waitFor();
  expect(await namedByLibrary(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await screen.rows.first().click();
  await expect(screen.drawer).toContainText("通话 ID");
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "键盘快捷键" }).waitFor();
  expect(await namedByLibrary(page)).toEqual([]);
});

test("the button of the columns and the choices of the theme are named in words only", async ({
  page,
}) => {
  await page.goto("/?range=last7d");
  await screenOf(page).settled();
  const names = await page.getByRole("banner").ariaSnapshot();
  expect(names).not.toMatch(/desktop|sun|moon/);
  await expect(page.getByRole("radio", { name: "跟随系统", exact: true })).toHaveCount(1);
  await expect(page.getByRole("button", { name: "列", exact: true })).toHaveCount(1);
});
