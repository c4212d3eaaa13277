import { screenOf } from "../kit/screen.ts";
import { expect, logIn, test } from "../kit/sign-in-fixture.ts";

test("a masked reader calls back by the call: no number is on the screen, in the link or to be taken along", async ({
  page,
}) => {
  await page.goto("/?range=last30d&show=back");
  await logIn(page, "chen");
  const answer = page.getByRole("region", { name: "待回呼" });
  const callers = answer.getByRole("rowheader");
  await expect(callers.first()).toHaveText(/^\d*\*{4}\d*$/);
  for (const text of await callers.allInnerTexts()) expect(text).toMatch(/\*{4}/);
  await expect(answer.getByRole("button", { name: "导出 CSV" })).toHaveCount(0);
  await expect(answer.getByRole("button", { name: "复制" })).toHaveCount(0);
  await answer.getByRole("button", { name: "该客户的通话" }).first().click();
  const screen = screenOf(page);
  await expect(page).toHaveURL(/caller=eyJ/);
  await screen.settled();
  expect(await screen.total()).toBeGreaterThan(0);
});
