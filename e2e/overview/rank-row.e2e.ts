import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

test("a figure at a rank leads to the row at that rank, and not to its page's first", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const screen = screenOf(page);
  await page.goto("/?range=last7d");
  await screen.settled();
  const figure = page
    .getByRole("region", { name: "概要" })
    .getByTitle(/转到第 [\d,]+/)
    .first();
  const promised = /第 ([\d,]+)/.exec((await figure.getAttribute("title")) ?? "")?.[1] ?? "";
  const row = Number(promised.replaceAll(",", "")) - 1;
  expect(row % 100, "not the first of its page, or it would prove nothing").toBeGreaterThan(20);
  await figure.click();
  await screen.settled();
  await expect(screen.row(row)).toBeInViewport({ ratio: 1 });
  await expect(screen.pager).toContainText(`第 ${promised}–`);
  // Gone to once: other pages are where they always were.
  await page.getByRole("button", { name: "第一页" }).click();
  await expect(screen.pager).toContainText("第 1–");
});
