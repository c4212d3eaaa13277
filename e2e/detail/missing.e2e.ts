import { screenOf } from "../kit/screen.ts";
import { expect, faultsTest as test } from "../kit/server-fixture.ts";

test.use({
  expectedErrors: /status of (404|502|503|429)/,
});

test("a call that is not there says so, and one goes back to the list", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last7d&record=nobody");
  const words = screen.drawer.getByRole("alert");
  await expect(words).toContainText("找不到这条通话");
  await expect(words).toContainText("此实例里没有这个 ID 的通话");
  await words.getByRole("button", { name: "回到列表" }).click();
  await expect(screen.drawer).toBeHidden();
  await expect(page).not.toHaveURL(/record=/);
});

test("a link whose days are past what is kept says that, and not that there is no such call", async ({
  page,
}) => {
  const from = Date.UTC(2020, 0, 1);
  await page.goto(`/?from=${from}&to=${from + 86_400_000}&record=nobody`);
  const words = screenOf(page).drawer.getByRole("alert");
  await expect(words).toContainText("这条通话已超过保留期限");
  await expect(words).toContainText(/只保留最近 \d+ 天/);
});

for (const [instance, title] of [
  ["ccc-fault-500", /云服务/],
  ["ccc-fault-throttled", /.+/],
  ["ccc-fault-no-data", /.+/],
] as const)
  test(`a call of ${instance} says what failed and can be asked for again`, async ({ page }) => {
    await page.goto(`/?instance=${instance}&range=last7d&record=nobody`);
    const { drawer } = screenOf(page);
    await expect(drawer.getByRole("alert")).toContainText(title, { timeout: 30_000 });
    await expect(drawer.getByRole("alert")).not.toContainText("找不到这条通话");
    await expect(drawer.getByRole("button", { name: /重试/ })).toBeVisible();
  });
