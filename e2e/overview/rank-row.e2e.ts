import { PAGE_SIZE, pageOfRow, pageStartRow } from "#contract/view/paging.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

test("a figure at a rank leads to the row at that rank, and not to its page's first", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const screen = screenOf(page);
  await page.goto("/?range=last7d");
  await screen.settled();
  const figures = page.getByRole("region", { name: "概要" }).getByTitle(/转到第 [\d,]+/);
  await expect(figures).toHaveCount(4);
  const titles = await figures.evaluateAll((all) =>
    all.map((one) => one.getAttribute("title") ?? ""),
  );
  const places = titles.map((title) => /转到第 ([\d,]+)/.exec(title)?.[1] ?? "");
  const rowOf = (place: string) => Number(place.replaceAll(",", "")) - 1;
  // Not the first of its page, or it would prove nothing.
  const index = places.findIndex((place) => rowOf(place) % PAGE_SIZE > 20);
  expect(index).toBeGreaterThanOrEqual(0);
  const promised = places[index] ?? "";
  const row = rowOf(promised);
  await figures.nth(index).click();
  await screen.settled();
  await expect(screen.row(row)).toBeInViewport({ ratio: 1 });
  await expect(screen.pager).toContainText(`第 ${promised}–`);
  // Gone to once: other pages are where they always were.
  const next = pageStartRow(pageOfRow(row) + 1) + 1;
  await page.getByRole("button", { name: "下一页" }).click();
  await expect(screen.pager).toContainText(`第 ${next.toLocaleString("en-US")}–`);
});
