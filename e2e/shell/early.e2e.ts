import type { Page } from "playwright/test";
import { DAY_MS } from "#contract/time/durations.ts";
import { TEST_INSTANT } from "../clock/test-instant.ts";
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

/** @param bytes each way in a second */
async function slowNetwork(page: Page, bytes: number): Promise<{ restore(): Promise<void> }> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const limit = async (throughput: number) => {
    await session.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 5,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    });
  };
  await limit(bytes);
  // Negative: no limit.
  return { restore: () => limit(-1) };
}

const ONCE = ["/api/session", "/api/records"];

test("session and first page of any link are asked for once", async ({ page }) => {
  const asked = watch(page);
  for (const search of [
    "/?range=yesterday",
    "/?range=last7d&disposition=AbandonedInQueue&sort=-queueTime",
    `/?from=${TEST_INSTANT - 10 * DAY_MS}&to=${TEST_INSTANT - 2 * DAY_MS}&page=3`,
    "/?instance=ccc-sample-2&range=last7d",
  ])
    await test.step(search, async () => {
      // What the page before was still asking for is not of this one.
      await page.goto("about:blank");
      asked.length = 0;
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
});

test("they are asked for while the code is coming", async ({ page }) => {
  // Slow enough that the code takes a second.
  await slowNetwork(page, 200_000);
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

test("however long the code takes to come, a refresh is of the server's time", async ({
  page,
  request,
}) => {
  const network = await slowNetwork(page, 20_000);
  await page.goto("/?range=last7d");
  await page.getByRole("button", { name: "刷新", exact: true }).waitFor({ timeout: 60_000 });
  await network.restore();
  await screenOf(page).settled();
  const refreshed = page.waitForRequest((asked) => /\/api\/records\?.*to=/.test(asked.url()));
  await page.getByRole("button", { name: "刷新", exact: true }).click();
  const to = Number(new URL((await refreshed).url()).searchParams.get("to"));
  const { serverTime } = await (await request.get("/api/session")).json();
  // A pin is up to five seconds old by itself; the code took ten.
  expect(serverTime - to).toBeLessThan(9_000);
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
      Reflect.deleteProperty(globalThis, "Temporal");
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
