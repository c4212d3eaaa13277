import type { Page } from "playwright/test";
import type { CallRecord } from "#contract/record/call-record.ts";
import { cellMenuItem } from "./cell-menu.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

test.beforeEach(({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

/** Chooses from a cell's open menu, and reads what that has put on the clipboard. */
async function copied(page: Page, name: string): Promise<string> {
  // So that what was copied before does not pass for it.
  await page.evaluate(() => navigator.clipboard.writeText(""));
  await cellMenuItem(page, name).click();
  let text = "";
  await expect(async () => {
    text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).not.toBe("");
  }).toPass();
  return text;
}

test("a value, a part of a cell and the whole cell are copied as they read", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last30d&type=Inbound");
  await screen.settled();
  const time = screen.cell(1, "startTime");
  await time.click({ button: "right" });
  expect(await copied(page, "复制此值")).toBe(await time.innerText());
  await expect(page.getByText("已复制")).toBeVisible();

  const parties = screen.cell(1, "parties");
  const number = parties.locator('[data-field="calledNumber"]');
  await number.click({ button: "right" });
  expect(await copied(page, "复制此值")).toBe(await number.innerText());
  await number.click({ button: "right" });
  const whole = await copied(page, "复制整格");
  for (const side of ["callingNumber", "calledNumber"])
    expect(whole).toContain(await parties.locator(`[data-field="${side}"]`).innerText());
});

test("the copied link of a row opens its call in a fresh browser", async ({ page, freshPage }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last30d&disposition=Success&cols=contactId,startTime");
  await screen.settled();
  const id = await screen.cell(3, "contactId").innerText();
  await screen.cell(3, "startTime").click({ button: "right" });
  const link = await copied(page, "复制这一行的链接");
  // Tomorrow it has to show the same calls.
  expect(link).toMatch(/[?&]instance=[^&]+&from=\d+&to=\d+&disposition=Success&/);
  await expect(screen.drawer).toBeHidden();

  await freshPage.goto(link);
  const fresh = screenOf(freshPage);
  await expect(fresh.drawer).toContainText(id);
  await fresh.settled();
  await expect(fresh.grid.getByRole("columnheader")).toHaveCount(2);
});

test("the JSON of a row is the call as the contract has it", async ({ page, request }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last30d&cols=contactId,agentNames");
  await screen.settled();
  const id = await screen.cell(2, "contactId").innerText();
  const reply = await request.get(`/api/records?range=last30d&contact=${id}`);
  const { records } = (await reply.json()) as { records: CallRecord[] };
  await screen.cell(2, "agentNames").click({ button: "right" });
  expect(JSON.parse(await copied(page, "复制这一行为 JSON"))).toEqual(records[0]);
});

test("by keys the cell with the focus is copied, unless text is selected", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last30d");
  await screen.settled();
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  const cell = screen.cell(0, "contactDisposition");
  await cell.focus();
  await page.keyboard.press("c");
  await expect.poll(clipboard).toBe(await cell.innerText());
  await page.keyboard.press("l");
  await expect.poll(clipboard).toContain("&record=");
  await page.keyboard.press("j");
  await expect.poll(clipboard).toContain('"contactId"');
  // What is selected on the screen is what the browser's own key copies.
  await screen.row(4).evaluate((row) => getSelection()?.selectAllChildren(row));
  await page.keyboard.press("Control+c");
  await expect.poll(clipboard).not.toContain('"contactId"');
  expect(await clipboard()).toContain(await screen.cell(4, "startTime").innerText());
});
