import { DAY_MS } from "#contract/time/durations.ts";
import { setPageClock } from "../clock/page-clock.ts";
import { TEST_INSTANT } from "../clock/test-instant.ts";
import { expect, test } from "../kit/proxy-fixture.ts";
import { screenOf } from "../kit/screen.ts";
import type { PassedRequest } from "../kit/upstream-proxy.ts";

// What counting costs the upstream, and whom it makes wait.

// The slowest of the waits below is longer than what the other tests allow.
test.use({
  upstreamEnv: { SAMPLE_RECORDS: "30000", SAMPLE_SEED: "3" },
  serverEnv: { UPSTREAM_TIMEOUT_MS: "10000" },
});
test.afterEach(({ way }) => {
  way.setFault("none");
  way.setDelay(0);
});

const isProbe = ({ params }: PassedRequest) => params["PageSize"] === "1";
/** Whether it is of a view of the numbers that hold these digits. */
const asksFor = (digits: string) => (request: PassedRequest) =>
  request.params["Criteria"]?.includes(`"${digits}"`) === true;

test("no probe of a view that was left reaches the upstream a second later", async ({
  page,
  way,
}) => {
  const screen = screenOf(page);
  way.setDelay(300);
  const before = way.requests.length;
  await page.goto("/?range=last30d&phone=055");
  await expect.poll(() => way.requests.slice(before).filter(isProbe).length).toBeGreaterThan(3);
  await page.getByRole("group", { name: "已选条件" }).getByRole("button").first().click();
  await expect(page).not.toHaveURL(/phone/);
  const leftAt = performance.now();
  await screen.settled();
  // The probes of the view that came after show that the upstream is still asked.
  await expect
    .poll(() => way.requests.filter(({ at }) => at > leftAt + 1_500).length, { timeout: 30_000 })
    .toBeGreaterThan(0);
  const late = way.requests.filter(({ at }) => at > leftAt + 1_000).filter(asksFor("055"));
  expect(late).toEqual([]);
});

test("a closed tab takes its probes with it", async ({ browser, server, way }) => {
  const context = await browser.newContext({ baseURL: server.url });
  await setPageClock(context, server);
  const page = await context.newPage();
  way.setDelay(300);
  const before = way.requests.length;
  await page.goto("/?range=last30d&phone=0555");
  await expect.poll(() => way.requests.slice(before).filter(isProbe).length).toBeGreaterThan(3);
  await context.close();
  const closedAt = performance.now();
  await expect.poll(() => performance.now() - closedAt, { timeout: 10_000 }).toBeGreaterThan(3_000);
  const late = way.requests.filter(({ at }) => at > closedAt + 1_000).filter(asksFor("0555"));
  expect(late).toEqual([]);
});

test("a view that was left half counted is counted to its end on the way back", async ({
  page,
  way,
}) => {
  const screen = screenOf(page);
  await page.goto("/?range=last30d&phone=551");
  way.setDelay(200);
  await screen.settled();
  await screenOf(page).chooseRange("近 7 天");
  await expect(page).toHaveURL(/last7d/);
  way.setDelay(0);
  await screen.settled();
  await page.goBack();
  await screen.settled();
  await expect(page.locator('[data-counts="known"]').first()).toBeVisible();
  await expect(page.locator('[data-counts]:not([data-counts="known"])')).toHaveCount(0);
});

test("the meter tells what the view has cost, and begins anew with another", async ({
  page,
  way,
}) => {
  const screen = screenOf(page);
  const spent = async () =>
    Number(/(\d+) 次/.exec(await screen.pager.getByText(/云服务请求/).innerText())?.[1]);
  const before = way.requests.length;
  // Long over, so that it is the same question whenever it is asked.
  const to = TEST_INSTANT - 10 * DAY_MS;
  // A call that was answered has a recording.
  const answered = "disposition=Success";
  await page.goto(`/?from=${to - 30 * DAY_MS}&to=${to}&phone=055&${answered}`);
  await screen.settled();
  // The facets that are open, the summary and the histogram.
  const known = page.locator('[data-counts="known"]');
  await expect(known).toHaveCount(4);
  await expect.poll(async () => way.requests.length - before - (await spent())).toBe(0);
  expect(await spent()).toBeGreaterThan(10);
  // What is asked while one looks around in it is a part.
  await screen.rows.first().click();
  await expect(screen.drawer.getByText(/按云服务的事件绘制/)).toBeVisible();
  // Two calls that are no requests for records: by them the record and its recording are found for the outline.
  await expect.poll(async () => way.requests.length - before - (await spent())).toBe(-2);
  await page.keyboard.press("Escape");
  await page.reload();
  await expect(known).toHaveCount(4);
  // All of it is known to the server now.
  expect(await spent()).toBeLessThanOrEqual(1);
});

test.describe("where counts fail", () => {
  test.use({ expectedErrors: /Failed to load resource/ });

  test("rows are shown while everything that is counted fails, and say nothing of 0", async ({
    page,
    way,
  }) => {
    const screen = screenOf(page);
    way.setFault("no-counts");
    await page.goto("/?range=last30d&phone=0");
    await screen.settled();
    await expect(screen.rows.first()).toBeVisible();
    await expect(page.locator('[data-counts="failed"]').first()).toBeVisible();
    await expect(page.locator('[data-counts]:not([data-counts="failed"])')).toHaveCount(0);
    // Neither a figure nor what a checkbox is described by; in the panel 0 is also a key.
    await expect(page.locator("main [data-counts]").getByText("0", { exact: true })).toHaveCount(0);
    for (const box of await page.locator("aside").getByRole("checkbox").all())
      await expect(box).not.toHaveAccessibleDescription(/\d/);
    way.setFault("none");
  });
});
