import type { Page } from "playwright/test";
import { screenOf } from "../kit/screen.ts";
import { sealedUrl } from "../kit/sealed-url.ts";
import { expect, test } from "../kit/server-fixture.ts";

async function openView(page: Page, address: string) {
  const screen = screenOf(page);
  await page.goto(address);
  await screen.settled();
  /** A click that nobody means anything by. */
  const clickBeside = () => screen.pager.click({ position: { x: 12, y: 3 } });
  return { screen, clickBeside };
}

test("a page that is typed is gone to when the field is left, and what was not taken is told", async ({
  page,
}) => {
  const { screen, clickBeside } = await openView(page, "/?range=last30d");
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
  await field.press("Enter");
  await expect(field).toHaveValue("三");
  await clickBeside();
  // A field that is left shows where one is.
  await expect(field).toHaveValue(/^[4-9]$/);
  await expect(screen.pager.getByRole("alert")).toContainText("请输入 1–");
  for (const text of ["abc", "1.5", "0", "-3"]) {
    await field.fill(text);
    await expect(screen.pager.getByRole("alert")).toContainText("请输入 1–");
    await field.blur();
    await expect(field).toHaveValue(/^[4-9]$/);
  }
  await field.fill("99999");
  await clickBeside();
  // Past the end it is the last, as in a link.
  const last = Math.ceil((await screen.total()) / 100);
  await expect(page).toHaveURL(new RegExp(`page=${last}$`));
  await expect(field).toHaveValue(String(last));
  await expect(screen.pager.getByRole("alert")).toHaveText(`最后一页是第 ${last} 页`);
  await field.fill("1");
  await expect(screen.pager.getByRole("alert")).toBeHidden();
});

test("a block that is folded keeps what is typed in it and cannot take effect yet", async ({
  page,
}) => {
  await openView(page, "/?range=last7d");
  const phones = page.locator("summary").filter({ hasText: "电话号码" });
  const phone = page.getByRole("textbox", { name: "号码包含" });
  await phone.fill("张三 020");
  await phones.click();
  await expect(phone).toBeHidden();
  await phones.click();
  await expect(phone).toHaveValue("张三 020");
  await expect(page.getByText("无法识别")).toBeVisible();
});

test("a search for a person that chose nobody stays, and says that it has no effect", async ({
  page,
}) => {
  const { clickBeside } = await openView(page, "/?range=last7d");
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
  const { clickBeside } = await openView(page, "/?range=last7d");
  await page.getByRole("button", { name: /列$/ }).click();
  const search = page.getByRole("dialog").getByRole("textbox");
  await search.fill("通话");
  await clickBeside();
  await expect(search).toBeHidden();
  await page.getByRole("button", { name: /列$/ }).click();
  await expect(search).toHaveValue("通话");
});

test("a number that was spoilt says how, in the field and in a link, and has no effect", async ({
  page,
}) => {
  const { screen } = await openView(page, "/?range=last7d");
  const caller = page.getByRole("textbox", { name: "主叫为" });
  await caller.fill("1.54E+10");
  await caller.press("Enter");
  await expect(page.getByText("1.54E+10 已丢掉后面的数字")).toBeVisible();
  await caller.fill("1543O608579");
  await caller.press("Enter");
  await expect(page.getByText("数字里混有字母 O、I 或 l")).toBeVisible();
  await expect(page).toHaveURL("/?range=last7d");
  await caller.fill("15430608579.0");
  await caller.press("Enter");
  await expect(page).toHaveURL(sealedUrl("/?instance=ccc-sample&range=last7d&caller=…"));
  await page.goto("/?range=last7d&caller=1.54E10&called=l5430608579");
  await screen.settled();
  await expect(page.getByText("caller=1.54E10 (像是电子表格里的数")).toBeVisible();
  await expect(page.getByText("called=l5430608579 (数字里混有字母")).toBeVisible();
});

test("an id may be pasted into a link with what is around it", async ({ page, request }) => {
  const reply = await request.get("/api/records?range=last7d");
  const { records } = (await reply.json()) as { records: { contactId: string }[] };
  const id = records[0]?.contactId ?? "";
  const { screen } = await openView(
    page,
    `/?range=last7d&contact=%E2%80%9C${id}%E2%80%9D,&record=%22${id}%22`,
  );
  expect(await screen.total()).toBe(1);
  await expect(screen.drawer).toContainText(id);
});

test("what is half typed comes along where the panel moves into its drawer, and back", async ({
  page,
}) => {
  await openView(page, "/?range=last7d");
  const caller = page.getByRole("textbox", { name: "主叫为" });
  const search = page.getByRole("searchbox", { name: /挂断原因/ });
  const agents = page.getByRole("combobox", { name: "查找坐席" });
  if (!(await agents.isVisible()))
    await page.locator("summary").filter({ hasText: "坐席" }).click();
  await search.fill("放弃");
  await agents.fill("nobody@nowhere");
  await caller.fill("电话");
  const areKept = async () => {
    await expect(caller).toHaveValue("电话");
    await expect(search).toHaveValue("放弃");
    await expect(agents).toHaveValue("nobody@nowhere");
  };
  await page.setViewportSize({ width: 700, height: 800 });
  await expect(caller).toHaveCount(0);
  await page.getByRole("button", { name: "筛选" }).click();
  await areKept();
  await caller.fill("15430608579");
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(caller).toHaveValue("15430608579");
  await caller.press("Enter");
  await expect(page).toHaveURL(sealedUrl("/?instance=ccc-sample&range=last7d&caller=…"));

  // What has been set meanwhile is what the field shows.
  await caller.fill("1543");
  await page.setViewportSize({ width: 700, height: 800 });
  await page.goBack();
  await expect(page).toHaveURL("/?range=last7d");
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(caller).toHaveValue("");
});
