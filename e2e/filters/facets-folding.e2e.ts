import { ALL_CALLS, test } from "./facet-calls.ts";
import { facetOf } from "./facet-panel.ts";
import { screenOf } from "../kit/screen.ts";
import { expect } from "../kit/server-fixture.ts";

test("a facet that only its link opened folds again with its criterion", async ({ page }) => {
  const type = facetOf(page, "通话类型");
  await page.goto(`${ALL_CALLS}&type=Inbound`);
  await type.counted();
  await screenOf(page).pills.getByRole("button").first().click();
  await expect(page).not.toHaveURL(/type=/);
  await expect(type.group).toBeHidden();
});

test("a facet that is in use stays open when its last tick is taken away", async ({ page }) => {
  const type = facetOf(page, "通话类型");
  await page.goto(`${ALL_CALLS}&type=Inbound`);
  await type.counted();
  await type.box("呼入").uncheck();
  await expect(page).not.toHaveURL(/type=/);
  await type.counted();
  await expect(type.box("呼入")).not.toBeChecked();
});

test("a block folds and unfolds by keyboard, whatever the link sets", async ({ page }) => {
  const type = facetOf(page, "通话类型");
  const heading = page.locator("summary").filter({ hasText: "通话类型" });
  await page.goto(`${ALL_CALLS}&type=Inbound`);
  await type.counted();
  await heading.focus();
  await page.keyboard.press("Enter");
  await expect(type.group).toBeHidden();
  await page.keyboard.press("Space");
  await expect(type.group).toBeVisible();
});
