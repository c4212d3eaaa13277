import { facetOf } from "./facet-panel.ts";
import { expect, faultsTest as test } from "../kit/server-fixture.ts";

test.use({ expectedErrors: /Failed to load resource/ });

const INSTANCE = "ccc-fault-throttled";
const CHOSEN = { id: `li.na@${INSTANCE}`, name: "李娜" };

test("a search that waits for the quota says so, beneath whom the reader chose lately", async ({
  page,
}) => {
  await page.addInitScript(([key, people]) => localStorage.setItem(key, people), [
    `callscope.recent.agentId.${INSTANCE}`,
    JSON.stringify([CHOSEN]),
  ] as const);
  await page.goto(`/?instance=${INSTANCE}&range=last7d`);
  await facetOf(page, "坐席").open();
  const find = page.getByRole("combobox", { name: "查找坐席" });
  await find.fill("李");
  await expect(page.getByTitle(CHOSEN.id, { exact: true })).toBeVisible();
  const waits = page.getByText("查找中…").filter({ visible: true });
  await expect(waits).toHaveCount(1);

  // Of whom nothing is known yet it is said at once; an id is taken without waiting.
  await find.fill("王");
  await expect(waits).toHaveCount(1);
  await find.fill(`wang@${INSTANCE}`);
  await expect(waits).toHaveCount(1);
  await find.press("Enter");
  await expect(page).toHaveURL(new RegExp(`agent=wang@${INSTANCE}`));
});
