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

test("a page that is typed is gone to when the field is left, and what names none stays", async ({
  page,
}) => {
  const { screen, clickBeside } = await openRange(page, "/?range=last30d");
  const field = page.getByRole("textbox", { name: "页码" });
  await field.fill("3");
  await clickBeside();
  await expect(page).toHaveURL(/page=3/);
  await expect(screen.row(200)).toBeInViewport();
  await expect(field).toHaveValue("3");

  await field.fill("三");
  // Rows that scroll by do not take it away.
  await page.mouse.move(900, 500);
  await page.mouse.wheel(0, 8000);
  await expect(page).toHaveURL(/page=[4-9]/);
  await expect(field).toHaveValue("三");
  await clickBeside();
  await expect(field).toHaveValue("三");
  await expect(screen.pager.getByRole("alert")).toContainText("请输入 1–");
  await field.fill("99999");
  await clickBeside();
  // Past the end it is the last, as in a link.
  const last = Math.ceil((await screen.total()) / 100);
  await expect(page).toHaveURL(new RegExp(`page=${last}$`));
  await expect(field).toHaveValue(String(last));
  await expect(screen.pager.getByRole("alert")).toBeHidden();
});

test("a block that is folded keeps what is typed in it and cannot take effect yet", async ({
  page,
}) => {
  await openRange(page, "/?range=last7d");
  const phones = page.locator("summary").filter({ hasText: "电话号码" });
  const phone = page.getByRole("textbox", { name: "号码包含" });
  await phone.fill("020-5550)?");
  await phones.click();
  await expect(phone).toBeHidden();
  await phones.click();
  await expect(phone).toHaveValue("020-5550)?");
  await expect(page.getByText("无法识别")).toBeVisible();
});

test("a search for a person that chose nobody stays, and says that it has no effect", async ({
  page,
}) => {
  const { clickBeside } = await openRange(page, "/?range=last7d");
  const heading = page.locator("summary").filter({ hasText: "坐席" });
  const finder = page.getByRole("combobox", { name: "查找坐席" });
  if (!(await finder.isVisible())) await heading.click();
  await finder.fill("nobody@nowhere");
  await clickBeside();
  await expect(finder).toHaveValue("nobody@nowhere");
  await expect(page.getByText("尚未选择")).toBeVisible();
  await expect(page).not.toHaveURL(/agent=/);
  await finder.click();
  await expect(page.getByText("尚未选择")).toBeHidden();
  await finder.press("Enter");
  await expect(page).toHaveURL(/agent=nobody/);
});

test("a search for a column outlasts its panel", async ({ page }) => {
  const { clickBeside } = await openRange(page, "/?range=last7d");
  await page.getByRole("button", { name: /列$/ }).click();
  const search = page.getByRole("dialog").getByRole("textbox");
  await search.fill("通话");
  await clickBeside();
  await expect(search).toBeHidden();
  await page.getByRole("button", { name: /列$/ }).click();
  await expect(search).toHaveValue("通话");
});
