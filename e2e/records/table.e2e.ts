import type { Page } from "playwright/test";
import { SORT_FIELDS } from "#contract/record/enums.ts";
import { RECORD_FIELD_NAMES } from "#contract/record/record-fields.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

/** Requests for pages of records, by their URL, as they are sent. */
function recordRequests(page: Page): URL[] {
  const sent: URL[] = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.pathname === "/api/records") sent.push(url);
  });
  return sent;
}

test("a refresh asks anew, even for a range that has ended, and moves the as-of", async ({
  page,
}) => {
  const screen = screenOf(page);
  await page.goto("/?range=yesterday");
  await screen.settled();
  const before = await page.getByText(/^截至/).innerText();
  const sent = recordRequests(page);
  await expect(async () => {
    await page.getByRole("button", { name: "刷新" }).click();
    expect(await page.getByText(/^截至/).innerText()).not.toBe(before);
  }).toPass();
  await screen.settled();
  expect(sent.length).toBeGreaterThan(0);
});

test("Back finds the results as of when they were left", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last7d");
  await screen.settled();
  const before = await page.getByText(/^截至/).innerText();
  const rows = await screen.column("开始时间");
  // A view is pinned to the start of its five seconds, so another one may be as of the same instant.
  await expect(async () => {
    await screenOf(page).chooseRange("近 30 天");
    await screen.settled();
    const asOf = await page.getByText(/^截至/).innerText();
    await page.goBack();
    await screen.settled();
    expect(asOf).not.toBe(before);
  }).toPass();
  await expect(page.getByText(/^截至/)).toHaveText(before);
  await screen.settled();
  expect(await screen.column("开始时间")).toEqual(rows);
});

test("every page of a result is asked as of the same instant", async ({ page }) => {
  const screen = screenOf(page);
  const sent = recordRequests(page);
  const [first] = await Promise.all([
    page.waitForResponse((reply) => reply.url().includes("/api/records?")),
    page.goto("/?range=last7d"),
  ]);
  await screen.settled();
  // The first was asked for before anybody knew the instant; its reply tells.
  const told = new URL(first.headers()["content-location"] ?? "", page.url());
  await page.getByRole("button", { name: "下一页" }).click();
  await expect(screen.row(100)).toBeInViewport();
  await screen.settled();
  await page.getByRole("button", { name: "下一页" }).click();
  await expect(screen.row(200)).toBeInViewport();
  await screen.settled();
  // Whether calls have come since is asked as of later.
  const pages = sent.filter((url) => url.searchParams.get("size") === null);
  expect(new Set(pages.map((url) => url.searchParams.get("page")))).toContain("3");
  // Where an instant passed between it and the session, the first is asked for once more, and counts for nothing.
  const isTaken = pages.filter((url) => url.searchParams.get("page") === null).length === 1;
  const counted = [...(isTaken ? [told] : []), ...pages.slice(1)];
  const instants = counted.map((url) => url.searchParams.get("to"));
  expect(new Set(instants)).toEqual(new Set([expect.stringMatching(/^\d{13}$/)]));
});

test("another result starts at its top", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last30d");
  await screen.settled();
  await screen.cell(0, "startTime").focus();
  await page.keyboard.press("Control+End");
  await expect(screen.cell((await screen.total()) - 1, "recordingReady")).toBeFocused();
  await page.getByRole("checkbox", { name: "正常结束" }).check();
  await expect(page).toHaveURL(/disposition=Success/);
  await screen.settled();
  await expect(screen.row(0)).toBeInViewport();
  // The page that was in view is not the other result's.
  await expect(page).not.toHaveURL(/page=/);
});

test("the page in view is not written into the address of a result that is chosen meanwhile", async ({
  page,
}) => {
  const screen = screenOf(page);
  await page.goto("/?range=last30d");
  await screen.settled();
  // So slow that the address is long another's before the screen is.
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  const box = page.getByRole("checkbox", { name: "正常结束" });
  for (const delay of [150, 200, 230]) {
    await box.evaluate(async (element, ms) => {
      document.querySelector("#records")?.scrollTo({ top: 30_000 });
      await new Promise((resolve) => setTimeout(resolve, ms));
      (element as HTMLInputElement).click();
    }, delay);
    await expect(page).toHaveURL(/disposition=Success/);
    await screen.settled();
    await expect(page).not.toHaveURL(/page=/);
    await page.goBack();
    await screen.settled();
  }
});

test("only the rows in view are in the document", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last30d");
  await screen.settled();
  await expect(screen.grid).toHaveAttribute("aria-rowcount", String((await screen.total()) + 1));
  expect(await screen.rows.count()).toBeLessThan(50);
});

test("a heading keeps the focus, so that its order can be reversed by key", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last7d&cols=startTime,queueTime");
  await screen.settled();
  const heading = screen.grid.getByRole("columnheader", { name: "排队时长" });
  await heading.focus();
  await page.keyboard.press("Enter");
  await expect(heading).toHaveAttribute("aria-sort", "descending");
  await screen.settled();
  await page.keyboard.press("Enter");
  await expect(heading).toHaveAttribute("aria-sort", "ascending");
});

test("exactly the seven legal fields can be sorted by", async ({ page }) => {
  // A column of each field; the window is wide enough for all of them.
  await page.setViewportSize({ width: 5000, height: 600 });
  await page.goto(`/?range=last7d&cols=${RECORD_FIELD_NAMES.join(",")}`);
  const screen = screenOf(page);
  await screen.settled();
  await expect(screen.grid.getByRole("columnheader")).toHaveCount(35);
  const sortable = await screen.grid.locator('[role="columnheader"][aria-sort]').all();
  const columns = await Promise.all(sortable.map((one) => one.getAttribute("data-column")));
  expect(new Set(columns)).toEqual(new Set(SORT_FIELDS));
});

test("a phone has the filters in a drawer and everything within reach", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const screen = screenOf(page);
  await page.goto("/?range=last7d");
  await screen.settled();
  const open = page.getByRole("button", { name: /筛选(（\d+）)?$/ });
  await open.click();
  const filters = page.getByRole("dialog", { name: "筛选" });
  await filters.getByRole("checkbox", { name: "客户未接" }).check();
  await filters.getByRole("button", { name: "收起筛选" }).click();
  await expect(filters).toBeHidden();
  await expect(open).toContainText("筛选（1）");
  await screen.settled();
  expect(new Set(await screen.column("挂断原因"))).toEqual(new Set(["客户未接"]));
  await screen.rows.first().click();
  await expect(screen.drawer).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("at 200 % zoom rows can still be read", async ({ page }) => {
  // What a window of 1280 × 720 has at twice the size.
  await page.setViewportSize({ width: 640, height: 360 });
  const screen = screenOf(page);
  await page.goto("/?range=last7d&disposition=Success&colour=red");
  await screen.settled();
  expect((await page.locator("#records").boundingBox())?.height).toBeGreaterThan(150);
});

test("what the caller really waited is shown, though the upstream says 0", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto(
    "/?range=last30d&disposition=AbandonedInQueue&cols=waitTime,queueTime,ringTime&sort=-queueTime",
  );
  await screen.settled();
  const [wait] = await screen.column("等待时长");
  const [queue] = await screen.column("排队时长");
  expect(wait).toContain(queue);
  expect(wait).not.toContain("0:00");
});
