import type { Locator } from "playwright/test";
import { expectHeadings, FEW, FEW_NAMES, heading } from "./column-screen.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

async function widthOf(target: Locator): Promise<number> {
  return (await target.boundingBox())?.width ?? 0;
}

test("a heading is moved by mouse and by key, and keeps the focus", async ({ page }) => {
  const screen = screenOf(page);
  const [start = "", type = "", talk = ""] = FEW_NAMES;
  await page.goto(`/?range=last7d&cols=*${FEW}`);
  await screen.settled();
  // Out of the pinned ones, where it is another element.
  await heading(screen, start).focus();
  await page.keyboard.press(">");
  await expectHeadings(screen, [type, start, talk]);
  await expect(heading(screen, start)).toBeFocused();
  const width = await widthOf(heading(screen, talk));
  await heading(screen, start).dragTo(heading(screen, talk), {
    targetPosition: { x: width - 20, y: 10 },
  });
  await expectHeadings(screen, [type, talk, start]);
  await heading(screen, talk).focus();
  await page.keyboard.press("<");
  await expectHeadings(screen, [talk, type, start]);
  await expect(heading(screen, talk)).toBeFocused();
  // What was chosen is the reader's own from now on.
  await page.goto("/?range=last7d");
  await expectHeadings(screen, [talk, type, start]);
});

test("a pinned column stays while the others scroll sideways", async ({ page }) => {
  const screen = screenOf(page);
  await page.setViewportSize({ width: 900, height: 600 });
  await page.goto("/?range=last7d");
  await screen.settled();
  await heading(screen, "通话类型").click({ button: "right" });
  const menu = page.getByRole("menu", { name: "通话类型：列操作" });
  await menu.getByRole("menuitem", { name: "固定到此列" }).click();
  await expect(menu).toBeHidden();
  const leftOf = async (column: string) => (await screen.cell(1, column).boundingBox())?.x ?? 0;
  const [pinned, free] = [await leftOf("contactType"), await leftOf("parties")];
  await screen.grid.hover();
  await page.mouse.wheel(120, 0);
  await expect.poll(() => leftOf("parties")).toBe(free - 120);
  expect(await leftOf("contactType")).toBe(pinned);
});

test("a column is resized by key and fitted by a double click on its edge", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last7d&cols=startTime,contactId,talkTime");
  await screen.settled();
  const head = heading(screen, "通话 ID");
  const atFirst = await widthOf(head);
  await head.focus();
  await page.keyboard.press("Shift+ArrowRight");
  await expect.poll(() => widthOf(head)).toBeGreaterThan(atFirst);
  while ((await widthOf(head)) > 90) await page.keyboard.press("Shift+ArrowLeft");
  const narrow = await widthOf(head);
  await page.reload();
  await screen.settled();
  expect(await widthOf(head)).toBe(narrow);
  await head.dblclick({ position: { x: narrow - 3, y: 10 } });
  await expect.poll(() => widthOf(head)).toBeGreaterThan(narrow);
  // What is in it, and no more: at first the column took the room that was left.
  expect(await widthOf(head)).toBeLessThan(atFirst / 2);
  for (const cell of await screen.grid.locator('[data-column="contactId"]').all())
    expect(await cell.evaluate((it) => it.scrollWidth <= it.clientWidth)).toBe(true);
});

test("a menu closes when its heading or cell is scrolled, and the focus goes back", async ({
  page,
}) => {
  const screen = screenOf(page);
  await page.goto(`/?range=last7d&cols=${FEW}`);
  await screen.settled();
  const places = [
    { place: heading(screen, FEW_NAMES[0] ?? ""), menu: "开始时间：列操作" },
    { place: screen.cell(8, "contactType"), menu: "单元格操作" },
  ];
  for (const { place, menu: name } of places) {
    await place.focus();
    await page.keyboard.press("Shift+F10");
    const menu = page.getByRole("menu", { name });
    await expect(menu.getByRole("menuitem").first()).toBeVisible();
    await expect(place).not.toBeFocused();
    await page.locator("#records").evaluate((scroller) => scroller.scrollBy(0, 34));
    await expect(menu).toBeHidden();
    await expect(place).toBeFocused();
  }
});
