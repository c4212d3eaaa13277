import type { Page } from "playwright/test";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

// Thirty days of the first instance then hold more calls than page numbers reach.
test.use({ serverEnv: { SAMPLE_RECORDS: "100000" } });

const REACHABLE = 10_000;
const LONGEST_FIRST = "/?range=last30d&sort=-callDuration";

const shownCount = (text: string, pattern: RegExp) =>
  Number(pattern.exec(text)?.[1]?.replaceAll(",", ""));

/** The notice below the last row, and what it offers. */
function listEndOf(page: Page) {
  return {
    notice: page.getByText(/只能看到前/),
    byTime: page.getByRole("button", { name: "按开始时间排序，可看到全部" }),
    narrowing: page.getByRole("button", { name: /^只看 .* 起的 [\d,]+ 条$/ }),
  };
}

/** Requests that read one call, which are those that count. */
function recordProbes(page: Page): URL[] {
  const sent: URL[] = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.pathname === "/api/records" && url.searchParams.get("size") === "1") sent.push(url);
  });
  return sent;
}

/** Scrolls to the end of the list on screen, below its last row. */
async function scrollToEnd(page: Page) {
  const screen = screenOf(page);
  await screen.grid.hover();
  await page.mouse.wheel(0, 10_000_000);
  await screen.settled();
}

/** Opens the last page that can be reached and goes to the end of it. */
async function goToEnd(page: Page) {
  const screen = screenOf(page);
  await page.goto(`${LONGEST_FIRST}&page=100`);
  await screen.settled();
  await scrollToEnd(page);
  await expect(screen.grid.locator(`[data-row="${REACHABLE - 1}"]`)).toBeInViewport();
}

test("a list that page numbers cannot reach all of ends at 10,000 and says so", async ({
  page,
}) => {
  const screen = screenOf(page);
  await goToEnd(page);
  const { notice } = listEndOf(page);
  await expect(notice).toBeInViewport();
  await expect(screen.grid).toHaveAttribute("aria-rowcount", String(REACHABLE + 1));
  const text = await notice.innerText();
  expect(text).toContain("按“总时长”排序只能看到前 10,000 条");
  expect(shownCount(text, /其余 ([\d,]+) 条/)).toBe((await screen.total()) - REACHABLE);
});

test("in start-time order the same list goes on to its last call", async ({ page }) => {
  const screen = screenOf(page);
  await goToEnd(page);
  const { byTime, notice } = listEndOf(page);
  await byTime.click();
  await expect(page).toHaveURL((url) => !url.searchParams.has("sort"));
  await screen.settled();
  const total = await screen.total();
  expect(total).toBeGreaterThan(REACHABLE);
  await expect(screen.grid).toHaveAttribute("aria-rowcount", String(total + 1));
  await scrollToEnd(page);
  await expect(screen.grid.locator(`[data-row="${total - 1}"]`)).toBeInViewport();
  await screen.settled();
  await expect(notice).toHaveCount(0);
});

test("the narrowing that is offered makes the list complete in its order", async ({ page }) => {
  const screen = screenOf(page);
  const probes = recordProbes(page);
  await goToEnd(page);
  const { narrowing, notice } = listEndOf(page);
  await expect(narrowing).toBeInViewport();
  const promised = shownCount(await narrowing.innerText(), /起的 ([\d,]+) 条/);
  expect(promised).toBeLessThanOrEqual(REACHABLE);
  expect(promised).toBeGreaterThan(REACHABLE * 0.9);
  expect(probes.length).toBeLessThan(15);

  await narrowing.click();
  await expect(page).toHaveURL(/sort=-callDuration/);
  await expect(page).toHaveURL(/from=\d+000&to=\d+/);
  await screen.settled();
  await expect(screen.grid.locator('[data-row="0"]')).toBeInViewport();
  expect(await screen.total()).toBe(promised);
  await expect(screen.grid).toHaveAttribute("aria-rowcount", String(promised + 1));
  await scrollToEnd(page);
  await expect(screen.grid.locator(`[data-row="${promised - 1}"]`)).toBeInViewport();
  await screen.settled();
  await expect(notice).toHaveCount(0);
});

test("nothing is counted for a reader who stays at the top", async ({ page }) => {
  const probes = recordProbes(page);
  await page.goto(LONGEST_FIRST);
  await screenOf(page).settled();
  await page.keyboard.press("PageDown");
  await screenOf(page).settled();
  expect(probes).toEqual([]);
});

test("on a narrow screen the notice fits its row", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await goToEnd(page);
  const { notice, narrowing, byTime } = listEndOf(page);
  await expect(narrowing).toBeInViewport({ ratio: 1 });
  for (const part of [notice, byTime]) await expect(part).toBeInViewport({ ratio: 1 });
});
