import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

test("a choice of a few is one tab stop, and arrows move within it", async ({ page }) => {
  await page.goto("/?range=last7d");
  await screenOf(page).settled();
  const theme = page.getByRole("radiogroup", { name: "外观" });
  const language = page.getByRole("radiogroup", { name: "语言" });
  await page.getByRole("radio", { name: "中文" }).focus();
  await page.keyboard.press("Tab");
  await expect(theme.locator("input:checked")).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(language.locator("input:checked")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  const light = theme.getByRole("radio", { name: "浅色" });
  await expect(light).toBeChecked();
  await expect(light).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(theme.getByRole("radio", { name: "跟随系统" })).toBeChecked();
});

test("no choice of a few has a frame that is a stop of its own", async ({ page }) => {
  await page.goto("/?range=last7d");
  await screenOf(page).settled();
  await page.getByRole("button", { name: "列", exact: true }).click();
  await page.getByRole("radiogroup", { name: "行高" }).waitFor();
  const groups = page.getByRole("radiogroup");
  expect(await groups.count()).toBe(3);
  for (const group of await groups.all())
    expect(await group.evaluate((element) => (element as HTMLElement).tabIndex)).toBe(-1);
});
