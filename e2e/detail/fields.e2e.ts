import { recordsReplySchema } from "#contract/api/records.ts";
import { RECORD_FIELD_NAMES } from "#contract/record/record-fields.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const ANSWERED = "/?range=last7d&type=Inbound&disposition=Success";

test("the head says how the call ended and what that means, when, how long, who ended it", async ({
  page,
}) => {
  const screen = screenOf(page);
  await page.goto("/?range=last7d&disposition=AbandonedInQueue");
  await screen.settled();
  await screen.rows.first().click();
  const head = screen.drawer.getByRole("region", { name: "概要" });
  await expect(head).toContainText("排队放弃");
  await expect(head).toContainText("呼入");
  await expect(head).toContainText("来电者在排队时挂断，还没有分配到坐席。");
  await expect(head).toContainText(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/);
  await expect(head).toContainText(/总时长 \d+:\d\d/);
  await head.getByRole("button", { name: "复制链接" }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).searchParams.get("record")).toMatch(/^job-/);
});

test("all 35 fields are there, those that were not given among themselves at the end", async ({
  page,
}) => {
  const screen = screenOf(page);
  await page.goto("/?range=last7d&disposition=AbandonedInQueue");
  await screen.settled();
  await screen.rows.first().click();
  const absent = screen.drawer.getByText(/^未提供的字段（\d+）$/);
  await absent.click();
  const fields = screen.drawer.locator("[data-field]");
  await expect(fields).toHaveCount(RECORD_FIELD_NAMES.length);
  const count = Number(/\d+/.exec(await absent.innerText())?.[0]);
  await expect(fields.filter({ hasText: "未提供" })).toHaveCount(count);
  // It stays as the reader left it, for the next call and the next visit.
  await page.keyboard.press("j");
  await expect(fields).toHaveCount(RECORD_FIELD_NAMES.length);
  await page.reload();
  await expect(fields).toHaveCount(RECORD_FIELD_NAMES.length);
});

test("a field says what it means to mouse, keys and fingers", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto(ANSWERED);
  await screen.settled();
  await screen.rows.first().click();
  const name = screen.drawer.getByRole("button", { name: "通话类型", exact: true });
  const meaning = screen.drawer.getByText("通话是怎样发起的。");
  await expect(name).toHaveAttribute("aria-description", "通话是怎样发起的。");
  // Until then fields may still move down below the mouse, and a little after.
  await expect(screen.drawer.getByText(/按云服务的事件绘制/)).toBeVisible();
  await expect(async () => {
    await page.mouse.move(5, 5);
    await name.hover();
    await expect(meaning).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await page.mouse.move(5, 5);
  await expect(meaning).toBeHidden();
  await name.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await expect(meaning).toBeVisible();
  await name.dispatchEvent("click");
  await expect(name).toHaveAttribute("aria-expanded", "true");
  await expect(meaning).toHaveCount(1);
});

test("from a field one copies it, keeps to its value, leaves it out, or looks at its hour", async ({
  page,
}) => {
  const screen = screenOf(page);
  await page.goto("/?range=last7d&type=Inbound");
  await screen.settled();
  await screen.rows.first().click();
  const { drawer } = screen;
  const open = (name: string) => drawer.getByRole("button", { name, exact: true }).click();
  const row = (field: string) => drawer.locator(`[data-field="${field}"]`);

  await open("挂断原因");
  const disposition = await row("contactDisposition").locator("dd bdi").first().innerText();
  await row("contactDisposition").getByRole("button", { name: "复制此值" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(disposition);
  await row("contactDisposition").getByRole("button", { name: "只看此值" }).click();
  await expect(screen.pills).toContainText(disposition);
  await expect(drawer).toBeVisible();
  await page.goBack();

  await row("contactDisposition").getByRole("button", { name: "排除此值" }).click();
  await expect(page).toHaveURL(/disposition=/);
  await page.goBack();

  await open("开始时间");
  await row("startTime")
    .getByRole("button", { name: /^只看这一小时/ })
    .click();
  await expect(page).toHaveURL(/from=\d+&to=\d+/);
  const { searchParams } = new URL(page.url());
  expect(Number(searchParams.get("to")) - Number(searchParams.get("from"))).toBe(3_599_999);
});

test("the record can be read and copied as JSON", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto(ANSWERED);
  await screen.settled();
  await screen.rows.first().click();
  await screen.drawer.getByText("原始 JSON").click();
  await screen.drawer.getByRole("button", { name: "复制 JSON" }).click();
  const copied: unknown = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  const id = new URL(page.url()).searchParams.get("record");
  expect(copied).toMatchObject({ contactId: id, contactType: "Inbound" });
});

test.describe("on a phone", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  test("everything that can be pressed is as large as a finger, and a filter leads to its calls", async ({
    page,
  }) => {
    const screen = screenOf(page);
    const reply = await page.request.get("/api/records?range=last7d&type=Inbound&size=1");
    const [record] = recordsReplySchema.parse(await reply.json()).records;
    await page.goto(`/?range=last7d&record=${record?.contactId}`);
    await screen.drawer.getByRole("button", { name: "通话类型", exact: true }).tap();
    await screen.drawer.getByText("原始 JSON").tap();
    await screen.drawer.getByText(/^未提供的字段/).tap();
    await expect(screen.drawer.getByText("通话是怎样发起的。")).toBeVisible();
    const small = () =>
      screen.drawer.evaluate((drawer) =>
        [...drawer.querySelectorAll<HTMLElement>("button, summary")]
          .filter((one) => one.checkVisibility() && one.closest("[aria-hidden]") === null)
          .filter((one) => one.getBoundingClientRect().height < 44)
          .map((one) => one.getAttribute("aria-label") ?? one.innerText),
      );
    expect(await small()).toEqual([]);
    // A value stands on the line of its name.
    const skew = await screen.drawer.locator('[data-field="contactType"]').evaluate((row) => {
      const topOf = (part: Element | null) => {
        const text = document.createRange();
        text.selectNodeContents(part ?? row);
        return text.getBoundingClientRect().top;
      };
      return Math.abs(topOf(row.querySelector("button")) - topOf(row.querySelector("bdi")));
    });
    expect(skew).toBeLessThanOrEqual(2);
    const wide = await screen.drawer.evaluate((drawer) => drawer.scrollWidth - drawer.clientWidth);
    expect(wide).toBe(0);
    await screen.drawer.getByRole("button", { name: "只看此值" }).tap();
    await expect(screen.drawer).toBeHidden();
    await expect(page).toHaveURL(/type=Inbound/);
  });
});
