import { countRowRenders, type RowRender } from "./row-renders.ts";
import { screenOf, type Screen } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

// Counted in the production build: what is drawn anew without need costs every reader the frames
// that the table's benchmark measures.

const ROW_HEIGHT = 34;

const rowsOf = (renders: readonly RowRender[], kind: RowRender["kind"]) =>
  renders.filter((render) => render.kind === kind).map(({ row }) => row);

/** Rows that are in the document, from 0. */
async function rowsThere({ rows }: Screen): Promise<number[]> {
  const indexes = await rows.evaluateAll((all) => all.map((row) => row.getAttribute("data-row")));
  return indexes.map(Number);
}

async function turnWheel({ page }: Screen, px: number): Promise<void> {
  const scroller = page.locator("#records");
  await scroller.hover();
  const before = await scroller.evaluate((element) => element.scrollTop);
  await page.mouse.wheel(0, px);
  await expect
    .poll(() => scroller.evaluate((element) => element.scrollTop))
    .toBeCloseTo(before + px, -1);
}

test("scrolling by ten rows draws those that come and no other", async ({ page }) => {
  const renders = await countRowRenders(page);
  const screen = screenOf(page);
  await page.goto("/?range=last30d");
  await screen.settled();
  // Away from the top, where fewer rows than elsewhere are drawn ahead.
  await turnWheel(screen, 20 * ROW_HEIGHT);
  await screen.settled();
  const before = await rowsThere(screen);
  await renders.take();
  await turnWheel(screen, 10 * ROW_HEIGHT);
  await screen.settled();
  const drawn = await renders.take();
  const come = (await rowsThere(screen)).filter((row) => !before.includes(row));
  expect(come.length).toBeGreaterThanOrEqual(8);
  expect(rowsOf(drawn, "mounted").toSorted((a, b) => a - b)).toEqual(
    come.toSorted((a, b) => a - b),
  );
  expect(rowsOf(drawn, "drawn anew")).toEqual([]);
});

test("opening a record draws its row anew at most, and the one that was open before", async ({
  page,
}) => {
  const renders = await countRowRenders(page);
  const screen = screenOf(page);
  await page.goto("/?range=last30d");
  await screen.settled();
  const cell = (row: number) => screen.grid.locator(`[data-row="${row}"] [role="gridcell"]`);
  await cell(3).first().focus();
  await renders.take();

  await page.keyboard.press("Enter");
  await expect(screen.drawer).toContainText("通话详情");
  const first = await renders.take();
  expect(rowsOf(first, "mounted")).toEqual([]);
  expect(rowsOf(first, "drawn anew").filter((row) => row !== 3)).toEqual([]);
  expect(first.length).toBeLessThanOrEqual(1);

  await cell(5).first().click();
  await expect(page).toHaveURL(/record=/);
  await expect(screen.grid.locator('[data-row="5"]')).toHaveAttribute("aria-selected", "true");
  const second = await renders.take();
  expect(rowsOf(second, "drawn anew").filter((row) => row !== 3 && row !== 5)).toEqual([]);
});

test("an arrow key draws anew at most the row it leaves and the row it reaches", async ({
  page,
}) => {
  const renders = await countRowRenders(page);
  const screen = screenOf(page);
  await page.goto("/?range=last30d");
  await screen.settled();
  const cell = (row: number) => screen.grid.locator(`[data-row="${row}"] [role="gridcell"]`);
  await cell(3).first().focus();
  await renders.take();
  await page.keyboard.press("ArrowDown");
  await expect(cell(4).first()).toBeFocused();
  const drawn = await renders.take();
  expect(drawn.length).toBeLessThanOrEqual(2);
  expect(drawn.filter(({ row }) => row !== 3 && row !== 4)).toEqual([]);
  await page.keyboard.press("ArrowRight");
  await expect(cell(4).nth(1)).toBeFocused();
  expect((await renders.take()).filter(({ row }) => row !== 4)).toEqual([]);
});

test("a page that arrives draws its own rows and no other", async ({ page }) => {
  const renders = await countRowRenders(page);
  const screen = screenOf(page);
  await page.goto("/?range=last30d");
  await screen.settled();
  await renders.take();
  // To a border between two pages, so that rows of one are there while the other arrives.
  const top = 12 * (100 * ROW_HEIGHT + 22) - 10 * ROW_HEIGHT;
  await page.locator("#records").evaluate((scroller, px) => scroller.scrollTo(0, px), top);
  await expect(screen.grid.locator('[data-row="1200"]:not([data-loading])')).toBeInViewport();
  await screen.settled();
  const drawn = await renders.take();
  const arrived = drawn.filter(({ kind, isNewRecord }) => kind === "drawn anew" && isNewRecord);
  expect(arrived.some(({ row }) => row < 1200)).toBe(true);
  expect(arrived.some(({ row }) => row >= 1200)).toBe(true);
  expect(drawn.filter(({ kind, isNewRecord }) => kind === "drawn anew" && !isNewRecord)).toEqual(
    [],
  );
});

test("another language draws every row anew, which shows that this counts", async ({ page }) => {
  const renders = await countRowRenders(page);
  const screen = screenOf(page);
  await page.goto("/?range=last30d");
  await screen.settled();
  const there = await rowsThere(screen);
  await renders.take();
  await page.getByRole("radiogroup").getByText("EN", { exact: true }).click();
  await expect(page).toHaveTitle(/Call records · Callscope$/);
  expect(rowsOf(await renders.take(), "drawn anew").toSorted((a, b) => a - b)).toEqual(
    there.toSorted((a, b) => a - b),
  );
});
