import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

test("what is printed is the page's rows in their order, with what they are", async ({ page }) => {
  const screen = screenOf(page);
  const answering = page.waitForResponse(/\/api\/records\?/);
  await page.goto("/?range=last30d&disposition=Success&sort=-talkTime&cols=contactId,talkTime");
  const answer = await answering;
  const { records, total } = (await answer.json()) as {
    records: { contactId: string }[];
    total: number;
  };
  await screen.settled();
  await expect(page).toHaveTitle(/近 30 天 · 正常结束/);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const sheet = page.locator("[data-print]");
  await expect(sheet).toBeVisible();
  const ids = await sheet.locator("tbody tr > :first-child").allInnerTexts();
  expect(ids).toEqual(records.map(({ contactId }) => contactId));
  expect(ids.length).toBe(100);
  await expect(sheet).toContainText("挂断原因：正常结束");
  await expect(sheet).toContainText(
    /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d → \d{4}-\d\d-\d\d \d\d:\d\d:\d\d Asia\/Shanghai/,
  );
  await expect(sheet).toContainText(/截至 \d{4}-/);
  await expect(sheet).toContainText(`共 ${total.toLocaleString("zh-CN")} 条`);
  // Nothing else is.
  await expect(page.getByRole("region", { name: "筛选" })).toBeHidden();
  await expect(screen.grid).toBeHidden();

  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  await expect(sheet).toHaveCount(0);
  await expect(screen.grid).toBeVisible();
});

test("a print of the browser's own has every row of the page", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last30d&cols=contactId");
  await screen.settled();
  await expect(page).toHaveTitle(/近 30 天/);
  await page.evaluate(() => {
    addEventListener("beforeprint", () => {
      const rows = document.querySelectorAll("[data-print] tbody tr").length;
      document.documentElement.dataset["printed"] = String(rows);
    });
  });
  await page.pdf();
  await expect(page.locator("html")).toHaveAttribute("data-printed", "100");
  await expect(page.locator("[data-print]")).toHaveCount(0);
});
