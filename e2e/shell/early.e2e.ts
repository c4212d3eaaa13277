import type { Page } from "playwright/test";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

/** What is asked for first, by path and whether it is a page of rows, in the order of the requests. */
function watch(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (!/^\/api\/(session|records$)/.test(pathname) || searchParams.has("size")) return;
    asked.push(pathname);
  });
  return asked;
}

const ONCE = ["/api/session", "/api/records"];

for (const search of [
  "/?range=yesterday",
  "/?range=last7d&disposition=AbandonedInQueue&sort=-queueTime",
  "/?range=lastWeek&page=3",
  "/?instance=ccc-sample-2&range=last7d",
])
  test(`session and first page of ${search} are asked for once`, async ({ page }) => {
    const asked = watch(page);
    await page.goto(search);
    await screenOf(page).settled();
    expect(asked.slice(0, 2)).toEqual(ONCE);
    expect(asked.filter((path) => path === "/api/session")).toHaveLength(1);
    const pages = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .map(({ name }) => new URL(name))
        .filter(({ pathname, searchParams }) => {
          return pathname === "/api/records" && !searchParams.has("size");
        })
        .map(({ searchParams }) => searchParams.get("page")),
    );
    // Those beside it may follow.
    expect(new Set(pages).size).toBe(pages.length);
  });

test("they are asked for while the code is coming", async ({ page }) => {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  // Slow enough that the code takes a second.
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 5,
    downloadThroughput: 200_000,
    uploadThroughput: 200_000,
  });
  await page.goto("/?range=yesterday");
  await screenOf(page).settled();
  const times = await page.evaluate(() => {
    const entries = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    const code = entries.find(({ name }) => /\/packages-/.test(name));
    const first = (path: string) => entries.find(({ name }) => new URL(name).pathname === path);
    return ["/api/session", "/api/records"].map(
      (path) => (first(path)?.responseEnd ?? Infinity) < (code?.responseEnd ?? 0),
    );
  });
  expect(times).toEqual([true, true]);
});

test("a page that one request cannot name is asked for as ever", async ({ page }) => {
  const asked = watch(page);
  await page.goto("/?range=all&page=120");
  await screenOf(page).settled();
  await expect(screenOf(page).row(11_900)).toBeInViewport();
  expect(asked[0]).toBe("/api/session");
});

test.describe("a browser without the zone", () => {
  test.use({ expectedErrors: /Invalid time zone/ });

  test("is told that something failed, and not left with an empty page", async ({ page }) => {
    await page.addInitScript(() => {
      Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
        construct(target, [locale, options]: [string, Intl.DateTimeFormatOptions | undefined]) {
          const isKnown = options?.timeZone !== "Asia/Shanghai";
          return new target(locale, isKnown ? options : { timeZone: "Nowhere/City" });
        },
      });
    });
    await page.goto("/?range=yesterday");
    await expect(page.getByRole("alert")).toContainText("页面出错");
  });
});
