import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

test("keys scroll the drawer as soon as it is open, and arrows go from call to call", async ({
  page,
}) => {
  const screen = screenOf(page);
  await page.setViewportSize({ width: 1280, height: 520 });
  await page.goto("/?range=last30d&cols=contactId");
  await screen.settled();
  const idOf = (row: number) => screen.cell(row, "contactId").innerText();
  const ids = await Promise.all([0, 1, 2].map(idOf));
  const expectOpen = async (row: number) => {
    await expect(page).toHaveURL(new RegExp(`record=${ids[row]}`));
    await expect(screen.row(row)).toHaveAttribute("aria-selected", "true");
    await expect(screen.drawer.getByRole("region", { name: "概要" })).toContainText(ids[row] ?? "");
  };
  await screen.cell(0, "contactId").click();
  const body = screen.drawer.getByRole("document");
  await expect(body).toBeFocused();
  const scrolled = () => body.evaluate((element) => element.scrollTop);
  await page.keyboard.press("PageDown");
  await expect.poll(scrolled).toBeGreaterThan(100);

  await page.keyboard.press("ArrowDown");
  await expectOpen(1);
  // Another call is read from the same part, and the keys are still the drawer's.
  await expect.poll(scrolled).toBeGreaterThan(100);
  await expect(body).toBeFocused();
  await page.keyboard.press("j");
  await expectOpen(2);
  await page.keyboard.press("k");
  await page.keyboard.press("ArrowUp");
  await expectOpen(0);
  // Before the first there is none.
  await page.keyboard.press("ArrowUp");
  await expectOpen(0);
  await page.keyboard.press("Space");
  await expect.poll(scrolled).toBeGreaterThan(100);

  // One look along the list is one step of the history.
  await page.goBack();
  await expect(screen.drawer).toBeHidden();
});

test("a scroll that goes on from the call before does not move the next", async ({ page }) => {
  const screen = screenOf(page);
  await page.setViewportSize({ width: 1280, height: 520 });
  await page.goto("/?range=last30d&cols=contactId");
  await screen.settled();
  await screen.cell(0, "contactId").click();
  const body = screen.drawer.getByRole("document");
  await expect(body).toBeFocused();
  // In one go within the page: what goes on does so for some frames.
  const moved = await body.evaluate(async (element) => {
    const shown = () => element.querySelector("section")?.textContent;
    const before = shown();
    element.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true }));
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    while (shown() === before) await nextFrame();
    for (const top of [8, 4, 2]) {
      await nextFrame();
      element.scrollTo({ top });
    }
    await nextFrame();
    await nextFrame();
    return element.scrollTop;
  });
  expect(moved).toBe(0);
  // The reader's own is another matter.
  await page.keyboard.press("Space");
  await expect.poll(() => body.evaluate((element) => element.scrollTop)).toBeGreaterThan(100);
});

test("the part that one reads is at its place in the next call, and in one opened later", async ({
  page,
}) => {
  const screen = screenOf(page);
  await page.setViewportSize({ width: 1280, height: 520 });
  // What stands above it is not equally high: some of them have been answered.
  await page.goto("/?range=last30d&type=Inbound&cols=contactId");
  await screen.settled();
  await screen.cell(0, "contactId").click();
  const body = screen.drawer.getByRole("document");
  await expect(body).toBeFocused();
  const part = body.getByRole("region", { name: "客户的其他通话" });
  const below = async () => {
    const [whole, one] = [await body.boundingBox(), await part.boundingBox()];
    return Math.round((one?.y ?? 0) - (whole?.y ?? 0));
  };
  await expect(body.getByText(/^事件列表/)).toBeVisible();
  await body.hover();
  await page.mouse.wheel(0, (await below()) + 3);
  await expect.poll(below).toBe(-3);
  for (let step = 1; step <= 4; step += 1) {
    await page.keyboard.press("j");
    await expect(screen.row(step)).toHaveAttribute("aria-selected", "true");
    await expect.poll(below).toBe(-3);
  }
  await page.keyboard.press("Escape");
  await expect(screen.drawer).toBeHidden();
  await screen.cell(8, "contactId").click();
  await expect.poll(below).toBe(-3);
});

test("the row of the open call stays in view, and has the focus once the drawer is closed", async ({
  page,
}) => {
  const screen = screenOf(page);
  await page.goto("/?range=last30d");
  await screen.settled();
  await screen.rows.first().click();
  await expect(screen.drawer.getByRole("document")).toBeFocused();
  for (let step = 1; step <= 40; step += 1) {
    await page.keyboard.press("j");
    await expect(screen.row(step)).toHaveAttribute("aria-selected", "true");
  }
  await expect(screen.row(40)).toBeInViewport();
  await page.keyboard.press("Escape");
  await expect(screen.row(40).locator(":focus")).toHaveCount(1);
});

test("the help names the keys of the drawer", async ({ page }) => {
  await page.goto("/?range=yesterday");
  await screenOf(page).settled();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "键盘快捷键" });
  await expect(help.getByRole("heading", { name: "在通话详情里" })).toBeVisible();
  await expect(help.getByText("上一条、下一条通话")).toBeVisible();
});
