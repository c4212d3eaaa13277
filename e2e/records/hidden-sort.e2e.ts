import { heading, openColumnPanel } from "./column-screen.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

test("an order that no heading shows is said beside the filters, with a way back", async ({
  page,
}) => {
  const screen = screenOf(page);
  await page.goto("/?range=last7d&sort=-queueTime");
  await screen.settled();
  const pill = page.getByTitle("排序: 排队时长 · 最长在前");
  await expect(pill).toBeVisible();
  await pill.getByRole("button", { name: "移除 排序" }).click();
  await expect(page).not.toHaveURL(/sort=/);
  await expect(pill).toBeHidden();
  // A heading that is there says it itself.
  await page.goto("/?range=last7d&sort=-talkTime");
  await screen.settled();
  await expect(page.getByTitle(/^排序:/)).toHaveCount(0);
});

test("a column that has just been chosen is brought into view", async ({ page }) => {
  await page.setViewportSize({ width: 1100, height: 700 });
  const screen = screenOf(page);
  await page.goto("/?range=last7d");
  await screen.settled();
  await expect(heading(screen, "通话 ID")).toHaveCount(0);
  const panel = await openColumnPanel(page);
  await panel.getByRole("checkbox", { name: "通话 ID" }).check();
  await expect(heading(screen, "通话 ID")).toBeInViewport({ ratio: 1 });
});
