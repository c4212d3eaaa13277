import type { Page } from "playwright/test";
import { setPageClock } from "../clock/page-clock.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";
import { cellMenuItem } from "../records/cell-menu.ts";

// A number travels sealed (decision 22): typed, clicked, linked and gone back to, it stands in no address.

/** All that is kept or sent of a page beside bodies: addresses, headers, console, title, storage, history. */
async function watch(page: Page) {
  const seen: string[] = [];
  page.on("request", (request) => {
    seen.push(request.url(), JSON.stringify(request.headers()));
  });
  page.on("console", (message) => seen.push(message.text()));
  page.on("framenavigated", (frame) => seen.push(frame.url()));
  return async () => {
    const kept = await page.evaluate(async () => {
      const names = performance.getEntries().map(({ name }) => name);
      const { state, length } = history;
      const stored = [{ ...localStorage }, { ...sessionStorage }, document.cookie];
      const databases = await indexedDB.databases();
      const cached = await caches.keys();
      const here = [location.href, document.title, document.referrer];
      return JSON.stringify([names, state, length, stored, databases, cached, here]);
    });
    return [...seen, kept].join("\n");
  };
}

const field = (page: Page, name: string) => page.getByRole("textbox", { name });

/** The number of the first call of the view, and how many calls it has by all of the range's. */
async function numberOf(page: Page, address: string): Promise<string> {
  const screen = screenOf(page);
  await page.goto(address);
  await screen.settled();
  return screen.cell(0, "callingNumber").innerText();
}

const INBOUND = "/?range=last7d&type=Inbound&cols=startTime,callingNumber,calledNumber";

test("a number that is typed is nowhere but in its field, its pill and its rows", async ({
  page,
  server,
}) => {
  const number = await numberOf(page, INBOUND);
  const seen = await watch(page);
  const screen = screenOf(page);
  await field(page, "主叫为").fill(number);
  await field(page, "主叫为").press("Enter");
  await expect(page).toHaveURL(/[?&]caller=eyJ/);
  await screen.settled();
  await expect(screen.pills).toContainText(`主叫为${number}`);
  await expect(field(page, "主叫为")).toHaveValue(number);
  for (const text of await screen.column("主叫号码")) expect(text).toBe(number);
  const total = await screen.total();
  expect(total).toBeGreaterThan(0);

  await page.reload();
  await screen.settled();
  await expect(field(page, "主叫为")).toHaveValue(number);
  await expect(screen.pills).toContainText(number);
  expect(await screen.total()).toBe(total);

  await field(page, "号码包含").fill(number.slice(1, 7));
  await field(page, "号码包含").press("Enter");
  await expect(page).toHaveURL(/&phone=eyJ[^&]+&caller=eyJ/);
  await page.goBack();
  await expect(field(page, "号码包含")).toHaveValue("");
  await page.goForward();
  await expect(field(page, "号码包含")).toHaveValue(number.slice(1, 7));
  await screen.settled();
  expect(await screen.total()).toBe(total);
  const everything = await seen();
  expect(everything).toContain("/api/links");
  expect(everything).not.toContain(number);
  expect(everything).not.toContain(number.slice(1, 7));
  expect(server.output()).not.toContain(number);
});

async function filterByCaller(page: Page, number: string): Promise<void> {
  await field(page, "主叫为").fill(number);
  await field(page, "主叫为").press("Enter");
  await expect(page).toHaveURL(/caller=eyJ/);
  await screenOf(page).settled();
}

test("a link opens in a browser that has never been here, by its address and as it is copied", async ({
  page,
  context,
  freshPage,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const number = await numberOf(page, INBOUND);
  const screen = screenOf(page);
  await filterByCaller(page, number);
  const total = await screen.total();
  await page.getByRole("button", { name: /复制链接/ }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/[?&]caller=eyJ/);
  expect(copied).not.toContain(number);
  for (const link of [page.url(), copied]) {
    const seen = await watch(freshPage);
    await freshPage.goto(link);
    const fresh = screenOf(freshPage);
    await fresh.settled();
    expect(await fresh.total()).toBe(total);
    await expect(fresh.pills).toContainText(number);
    await expect(field(freshPage, "主叫为")).toHaveValue(number);
    expect(await seen()).not.toContain(number);
  }
});

test("a link is of the same number in another language and zone", async ({
  page,
  browser,
  server,
}) => {
  const number = await numberOf(page, INBOUND);
  const screen = screenOf(page);
  await filterByCaller(page, number);
  const total = await screen.total();
  const elsewhere = { locale: "en-US", timezoneId: "America/New_York" };
  const context = await browser.newContext(elsewhere);
  await setPageClock(context, server);
  const theirs = screenOf(await context.newPage(), "en-US");
  await theirs.page.goto(page.url());
  await theirs.settled();
  await expect(theirs.pills).toContainText(number);
  expect(await theirs.total()).toBe(total);
  await context.close();
});

test("the first rows are asked for once, early, by the token", async ({ page }) => {
  await numberOf(page, INBOUND);
  await field(page, "号码包含").fill("138");
  await field(page, "号码包含").press("Enter");
  await expect(page).toHaveURL(/phone=eyJ/);
  await screenOf(page).settled();
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/records")) asked.push(request.url());
  });
  // But for a range whose end moved on between that and the session.
  await expect(async () => {
    asked.length = 0;
    await page.reload();
    await screenOf(page).settled();
    expect(asked).toHaveLength(1);
  }).toPass();
  expect(asked[0]).toMatch(/[?&]phone=eyJ/);
});

test("the same number is the same view, however often it is sealed", async ({ page }) => {
  const number = await numberOf(page, INBOUND);
  const caller = field(page, "主叫为");
  const choose = async (text: string) => {
    await caller.fill(text);
    await caller.press("Enter");
    await expect(page).toHaveURL(text === "" ? /^((?!caller).)*$/ : /caller=eyJ/);
    await screenOf(page).settled();
  };
  await choose(number);
  const address = page.url();
  await choose("");
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/records?")) asked.push(request.url());
  });
  await choose(number);
  // By a cell as well, which has it in another form of the view.
  await page.goBack();
  await screenOf(page).settled();
  await screenOf(page).cell(0, "callingNumber").click({ button: "right" });
  await cellMenuItem(page, "只看此值").click();
  await expect(page).toHaveURL(/caller=eyJ/);
  await screenOf(page).settled();
  if ((await screenOf(page).cell(0, "callingNumber").innerText()) === number)
    await expect(page).toHaveURL(address);
  expect(new Set(asked).size).toBe(asked.length);
});

test("an old link with a number opens, and its address is replaced before rows are asked for", async ({
  page,
}) => {
  const number = await numberOf(page, INBOUND);
  const screen = screenOf(page);
  await page.goto("/?range=yesterday");
  await screen.settled();
  const steps = await page.evaluate(() => history.length);
  const requests: string[] = [];
  page.on("request", (request) => {
    requests.push(`${request.url()} ${JSON.stringify(request.headers())}`);
  });
  await page.goto(`/?range=last7d&caller=${number}&nonsense=1`);
  await expect(page).toHaveURL(/[?&]caller=eyJ/);
  await screen.settled();
  await expect(field(page, "主叫为")).toHaveValue(number);
  for (const text of await screen.column("主叫 → 被叫")) expect(text).toContain(number);
  // What else was wrong with it is still said.
  await expect(page.getByText("nonsense (")).toBeVisible();
  expect(await page.evaluate(() => history.length)).toBe(steps + 1);
  // The document itself; code of the page before it may still be coming.
  const others = requests.filter((one) => !one.includes(`/?range=last7d&caller=${number}`));
  expect(others).toHaveLength(requests.length - 1);
  expect(others.join("\n")).not.toContain(number);
  const [sealing, rows] = ["/api/links", "/api/records?"].map((path) =>
    others.findIndex((one) => one.includes(path)),
  );
  expect(sealing).toBeGreaterThanOrEqual(0);
  expect(rows).toBeGreaterThan(sealing ?? Infinity);

  await page.goBack();
  await screen.settled();
  await page.goForward();
  await expect(page).toHaveURL(/[?&]caller=eyJ/);
  await expect(field(page, "主叫为")).toHaveValue(number);
});

test.describe("a token that does not open", () => {
  test.use({ expectedErrors: /status of 400/ });

  test("is dropped and named without its value, whatever is wrong with it", async ({ page }) => {
    await numberOf(page, INBOUND);
    await field(page, "主叫为").fill("13800138000");
    await field(page, "主叫为").press("Enter");
    await expect(page).toHaveURL(/caller=eyJ/);
    const link = page.url();
    const token = new URL(link).searchParams.get("caller") ?? "";
    const screen = screenOf(page);
    const bad = [
      link.replace(token, token.slice(0, -1)),
      link.replace(token, token.slice(0, 60)),
      link.replace("caller=", "called="),
      link.replace("instance=ccc-sample", "instance=ccc-sample-2"),
    ];
    for (const address of bad) {
      await page.goto(address);
      const said = page.getByRole("status").filter({ hasText: "已忽略" });
      await expect(said).toContainText(/call(er|ed) \(链接里的号码在此处打不开\)/);
      await expect(said).not.toContainText("eyJ");
      await screen.settled();
      expect(await screen.total()).toBeGreaterThan(0);
      await said.getByRole("button", { name: "清除" }).click();
      await expect(page).toHaveURL(/^((?!eyJ).)*$/);
    }
  });
});

test("another instance keeps the number, sealed anew for it", async ({ page }) => {
  const number = await numberOf(page, INBOUND);
  await field(page, "主叫为").fill(number);
  await field(page, "主叫为").press("Enter");
  await expect(page).toHaveURL(/instance=ccc-sample&.*caller=eyJ/);
  await page.getByRole("combobox", { name: "实例" }).selectOption("ccc-sample-2");
  await expect(page).toHaveURL(/instance=ccc-sample-2&.*caller=eyJ/);
  await expect(field(page, "主叫为")).toHaveValue(number);
  await page.goBack();
  await expect(page).toHaveURL(/instance=ccc-sample&/);
  await expect(field(page, "主叫为")).toHaveValue(number);
});

test("two changes at once both take effect, though one has to be sealed", async ({ page }) => {
  await numberOf(page, INBOUND);
  await field(page, "主叫为").fill("13800138000");
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('input[aria-label="主叫为"]');
    input?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    // What comes first of them compares with last week.
    document.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
  });
  await expect(page).toHaveURL(/caller=eyJ[^&]+&compare=week/);
});
