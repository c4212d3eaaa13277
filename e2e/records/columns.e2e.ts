import type { Locator } from "playwright/test";
import { expectHeadings, FEW, FEW_NAMES, heading, openColumnPanel } from "./column-screen.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

test("columns hidden and shown in the panel stay so, and are not in the address", async ({
  page,
}) => {
  const screen = screenOf(page);
  await page.goto("/?range=last7d");
  await screen.settled();
  const panel = await openColumnPanel(page);
  await panel.getByRole("checkbox", { name: "技能组", exact: true }).uncheck();
  await panel.getByRole("checkbox", { name: "等待时长" }).check();
  const expectOwn = async () => {
    await expect(heading(screen, "等待时长")).toBeVisible();
    await expect(heading(screen, "技能组")).toHaveCount(0);
    expect(page.url()).not.toContain("cols=");
  };
  await expectOwn();
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await page.reload();
  await expectOwn();
  await page.goto("/?range=last30d&type=Inbound");
  await screen.settled();
  await expectOwn();
});

test("a link's columns are shown, and leave the reader's own alone", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last7d");
  await screen.settled();
  await (
    await openColumnPanel(page)
  )
    .getByRole("checkbox", { name: "技能组", exact: true })
    .uncheck();
  const own = await screen.grid.getByRole("columnheader").allInnerTexts();
  expect(own).not.toContain("技能组");
  await page.goto(`/?range=last7d&cols=${FEW}`);
  await expectHeadings(screen, FEW_NAMES);
  await page.goto("/?range=last7d");
  await expectHeadings(screen, own);
});

test("a copied link carries columns that somebody chose", async ({ page, context, freshPage }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const copyLink = async () => {
    await page.getByRole("button", { name: "复制链接" }).click();
    await expect(page.getByText("链接已复制").last()).toBeVisible();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  await page.goto("/?range=last7d");
  await screenOf(page).settled();
  expect(await copyLink()).not.toContain("cols=");
  await (await openColumnPanel(page)).getByRole("checkbox", { name: "通话类型" }).uncheck();
  await page.keyboard.press("Escape");
  await expect.poll(copyLink).toContain("&cols=*startTime,parties,");
  await freshPage.goto(await copyLink());
  const fresh = screenOf(freshPage);
  await expect(heading(fresh, "主叫 → 被叫")).toHaveAttribute("aria-colindex", "2");
  await expect(heading(fresh, "通话类型")).toHaveCount(0);
});

test("rows stand closer or wider, and all columns go back to the built-in ones", async ({
  page,
}) => {
  const screen = screenOf(page);
  const heightOf = async (row: Locator) => (await row.boundingBox())?.height ?? 0;
  await page.goto(`/?range=last7d&cols=${FEW}`);
  await screen.settled();
  const comfortable = await heightOf(screen.row(1));
  await heading(screen, "通话时长").focus();
  await page.keyboard.press("Shift+ArrowRight");
  const panel = await openColumnPanel(page);
  await panel.getByText("紧凑", { exact: true }).click();
  await expect.poll(() => heightOf(screen.row(1))).toBeLessThan(comfortable);
  const reset = panel.getByRole("button", { name: "恢复默认" });
  await reset.click();
  await expect(reset).toBeDisabled();
  await expect(heading(screen, "主叫 → 被叫")).toBeVisible();
  expect(page.url()).not.toContain("cols=");
  await page.reload();
  await screen.settled();
  expect(await heightOf(screen.row(1))).toBeLessThan(comfortable);
});

test("the last column cannot be hidden", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last7d&cols=talkTime");
  await screen.settled();
  const panel = await openColumnPanel(page);
  const box = panel.getByRole("checkbox", { name: "通话时长" });
  await expect(box).toBeDisabled();
  await box.focus();
  await page.keyboard.press("Space");
  await expect(panel.getByRole("status")).toHaveText("至少保留一列");
  await expect(box).toBeChecked();
  await page.keyboard.press("Escape");
  await heading(screen, "通话时长").click({ button: "right" });
  await expect(page.getByRole("menuitem", { name: "至少保留一列" })).toBeDisabled();
  await expectHeadings(screen, ["通话时长"]);
});
