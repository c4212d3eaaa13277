import type { Page } from "playwright/test";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

const at = (text: string) => Date.parse(`${text}+08:00`);
const addressOf = (from: string, to: string) => `/?from=${at(from)}&to=${at(to)}`;
const NOVEMBER = addressOf("2026-11-10T09:00:00", "2026-11-12T11:59:59.999");

async function openRange(page: Page, address: string) {
  const screen = screenOf(page);
  await page.goto(address);
  await screen.settled();
  return {
    screen,
    start: page.getByPlaceholder("开始日期"),
    end: page.getByPlaceholder("结束日期"),
    /** A click that nobody means anything by. */
    clickBeside: () => screen.pager.click({ position: { x: 3, y: 3 } }),
  };
}

test("a range that is typed and left by a click beside it takes effect", async ({ page }) => {
  const { start, end, clickBeside } = await openRange(page, NOVEMBER);
  await start.click();
  await start.fill("2026-11-11 08:00:00");
  // To the other field by the mouse, without a word of confirmation.
  await end.click();
  await end.fill("2026-11-11 10:29:59");
  await clickBeside();
  await expect(page).toHaveURL(addressOf("2026-11-11T08:00:00", "2026-11-11T10:29:59.999"));
  await expect(start).toHaveValue("2026-11-11 08:00:00");
  await expect(end).toHaveValue("2026-11-11 10:29:59");
});

test("one end alone takes effect, whether typed or clicked", async ({ page }) => {
  const { start, end, clickBeside } = await openRange(page, NOVEMBER);
  await start.click();
  await start.fill("2026-11-11 08:00:00");
  await clickBeside();
  await expect(page).toHaveURL(addressOf("2026-11-11T08:00:00", "2026-11-12T11:59:59.999"));
  await end.click();
  await page.locator('td[title="2026-11-14"]:visible').first().click();
  await clickBeside();
  await expect(page).toHaveURL(addressOf("2026-11-11T08:00:00", "2026-11-14T23:59:59.999"));
});

test("an end that is beyond the other, or half typed, stays and says what is missing", async ({
  page,
}) => {
  const { start, end, clickBeside } = await openRange(page, NOVEMBER);
  const missing = page.getByRole("alert").filter({ hasText: "未生效" });
  await start.click();
  await start.fill("2026-11-20 08:00:00");
  await clickBeside();
  await expect(missing).toContainText("开始时间晚于结束时间");
  await expect(start).toHaveValue("2026-11-20 08:00:00");
  await expect(page).toHaveURL(NOVEMBER);

  await end.click();
  await end.fill("2026-11-2");
  await clickBeside();
  await expect(missing).toContainText("结束时间不完整");
  await expect(end).toHaveValue("2026-11-2");
  await expect(start).toHaveValue("2026-11-20 08:00:00");

  await end.click();
  await end.fill("2026-11-21");
  await clickBeside();
  await expect(missing).toBeHidden();
  await expect(page).toHaveURL(addressOf("2026-11-20T08:00:00", "2026-11-21T23:59:59.999"));
  await expect(end).toHaveValue("2026-11-21 23:59:59");
});

test("from a range by the calendar one end is enough, and half of one keeps the picker", async ({
  page,
}) => {
  const { start, clickBeside } = await openRange(page, "/?range=last7d");
  await page.getByText("自定义", { exact: true }).click();
  await start.click();
  await start.fill("2026-");
  await clickBeside();
  await expect(page.getByRole("alert").filter({ hasText: "未生效" })).toBeVisible();
  await expect(start).toHaveValue("2026-");
  await expect(page.getByRole("radio", { name: "自定义" })).toBeChecked();
  await start.click();
  await start.fill("2026-11-11 08:00");
  await clickBeside();
  await expect(page).toHaveURL(new RegExp(`from=${at("2026-11-11T08:00:00")}&to=`));
});

test("Escape gives a range up, and so does another one", async ({ page }) => {
  const { start, end, clickBeside } = await openRange(page, NOVEMBER);
  await start.click();
  await start.fill("2026-11-11 08:00:00");
  await page.keyboard.press("Escape");
  await clickBeside();
  await expect(start).toHaveValue("2026-11-10 09:00:00");
  await expect(page).toHaveURL(NOVEMBER);
  await end.click();
  await end.fill("2026-");
  await clickBeside();
  await page.getByText("昨天", { exact: true }).click();
  await expect(page).toHaveURL(/range=yesterday/);
  await expect(page.getByRole("alert").filter({ hasText: "未生效" })).toBeHidden();
});
