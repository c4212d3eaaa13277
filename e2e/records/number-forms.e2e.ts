import type { Page } from "playwright/test";
import { TEST_INSTANT } from "../clock/test-instant.ts";
import { createCallDatabase, type WireLine } from "../kit/call-database.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test as base } from "../kit/server-fixture.ts";
import { startServer } from "../kit/start-server.ts";

const call = (index: number, numbers: WireLine): WireLine => ({
  InstanceId: "ccc-sample",
  ContactId: `call-${index}`,
  ContactType: "Inbound",
  ContactDisposition: "Success",
  StartTime: TEST_INSTANT - (index + 1) * 60_000,
  ...numbers,
});

const test = base.extend({
  server: [
    async ({}, use) => {
      const database = await createCallDatabase(
        { lines: 50, seed: 5 },
        [
          call(0, { CalledNumber: "02155500100" }),
          call(1, { CalledNumber: "15411111111" }),
          call(2, { CalledNumber: "8001" }),
        ],
        `UPDATE records SET CallingNumber = CASE ContactId WHEN 'call-2' THEN '862155500177' ELSE '+8615430608579' END WHERE ContactId LIKE 'call-_'`,
      );
      const server = await startServer({ EMBEDDED_DATABASE: database.file });
      await use(server);
      expect(await server.stop(), server.output()).toBe(0);
      await database.remove();
    },
    { scope: "worker" },
  ],
});

const waysOf = (page: Page) => page.getByRole("list", { name: "调整条件后的数量" });

test("a caller with the country's code is found in whatever form it is typed", async ({ page }) => {
  const screen = screenOf(page);
  for (const typed of [
    "+8615430608579",
    "008615430608579",
    "8615430608579",
    "15430608579",
    "154 3060 8579",
  ])
    await test.step(typed, async () => {
      await page.goto("/?range=today");
      await screen.settled();
      const field = page.getByRole("textbox", { name: "主叫为" });
      await field.fill(typed);
      await field.press("Enter");
      const other = waysOf(page).getByRole("button", {
        name: "改看“主叫为：+8615430608579”（带国家代码）",
      });
      await expect(other).toContainText("2 条");
      await expect(waysOf(page).getByRole("button", { name: /国家代码/ })).toHaveCount(1);
      await other.click();
      await screen.settled();
      expect(await screen.total()).toBe(2);
      await expect(field).toHaveValue("+8615430608579");
    });
});

test("a number without the country's code is found by one with it, and what no call has is not offered", async ({
  page,
}) => {
  await page.goto("/?range=today&called=%2B8615411111111");
  const other = waysOf(page).getByRole("button", {
    name: "改看“被叫为：15411111111”（不带国家代码）",
  });
  await expect(other).toContainText("1 条");
  await page.goto("/?range=today&caller=02155500177");
  await expect(
    waysOf(page).getByRole("button", { name: "改看“主叫为：862155500177”（带国家代码）" }),
  ).toContainText("1 条");
  await page.goto("/?range=today&phone=02155500177");
  await waysOf(page)
    .getByRole("button", { name: "改看“号码包含：2155500177”（各种写法共有的部分）" })
    .click();
  await screenOf(page).settled();
  expect(await screenOf(page).total()).toBe(1);
  await page.goto("/?range=today&caller=8001");
  await expect(waysOf(page).getByRole("button", { name: /去掉“主叫为/ })).toContainText("3 条");
  await expect(waysOf(page).getByRole("button", { name: /国家代码/ })).toHaveCount(0);
});
