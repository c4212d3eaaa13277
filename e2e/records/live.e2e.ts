import type { Page } from "playwright/test";
import { screenOf } from "../kit/screen.ts";
import { expect, OFFLINE_ERRORS, test } from "../kit/server-fixture.ts";

// A busy centre: a call comes in every second, one in ten of them late. Some 1,400 calls in a week.
test.use({
  serverEnv: {
    SAMPLE_RECORDS: "3000",
    SAMPLE_DAYS: "14",
    SAMPLE_LIVE: "true",
    SAMPLE_LIVE_SECONDS: "1",
  },
});
test.setTimeout(180_000);

const ONE_COLUMN = "/?range=last7d&cols=contactId";
/** Two polls, since machines differ. */
const POLLED = { timeout: 35_000 };

const asOf = (page: Page) => page.getByText(/^截至/);

/** What the page asks for the top of its list and is answered: whatever comes last. */
function firstPages(page: Page): { url: URL; ids: () => Promise<string[]> }[] {
  const answers: { url: URL; ids: () => Promise<string[]> }[] = [];
  page.on("response", (response) => {
    const url = new URL(response.url());
    const { pathname, searchParams } = url;
    // A count probe has a size of its own.
    if (pathname !== "/api/records" || searchParams.has("page") || searchParams.has("size")) return;
    answers.push({ url, ids: async () => idsOf(await response.json()) });
  });
  return answers;
}

function idsOf(reply: { records: { contactId: string }[] }): string[] {
  return reply.records.map(({ contactId }) => contactId);
}

/** Calls of the live mode have the instant of their arrival in their id, ms. */
function arrivedAt(contactId: string): number {
  return Number(/^job-\d(\d{13})\d{4}$/.exec(contactId)?.[1] ?? 0);
}

/** The rows seen whole: their place in the list and their only cell's text. */
function rowsInView(page: Page): Promise<[number, string][]> {
  return page.getByRole("grid").evaluate((grid) => {
    const list = grid.closest("#records")?.getBoundingClientRect();
    const head = grid.querySelector('[role="columnheader"]')?.getBoundingClientRect();
    return [...grid.querySelectorAll<HTMLElement>("[data-row]")].flatMap(
      (row): [number, string][] => {
        const cell = row.querySelector<HTMLElement>('[role="gridcell"][data-column="contactId"]');
        const { top, bottom } = row.getBoundingClientRect();
        const isSeen = top >= (head?.bottom ?? 0) - 1 && bottom <= (list?.bottom ?? 0) + 1;
        return cell && isSeen ? [[Number(row.dataset["row"]), cell.innerText.trim()]] : [];
      },
    );
  });
}

/** Where on the screen the list begins, px. */
const topOfList = async (page: Page) => (await page.locator("#records").boundingBox())?.y;

/** Turns the wheel over the list and waits until the rows of the new place are there. */
async function wheel(page: Page, px: number): Promise<void> {
  const scroller = page.locator("#records");
  const scrollTop = () => scroller.evaluate((element) => element.scrollTop);
  const before = await scrollTop();
  await page.mouse.wheel(0, px);
  await expect.poll(scrollTop, { intervals: [20] }).not.toBe(before);
  await screenOf(page).settled();
}

async function pointAtList(page: Page): Promise<void> {
  await page.getByRole("grid").locator('[data-row="2"]').hover();
}

/** As the browser does when another tab is chosen, and back. */
function setVisibility(page: Page, state: "hidden" | "visible"): Promise<void> {
  return page.evaluate((visibility) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, value: visibility });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }, state);
}

test("new calls are counted, and shown at the top when the reader asks", async ({ page }) => {
  const screen = screenOf(page);
  const answers = firstPages(page);
  await page.goto(ONE_COLUMN);
  await screen.settled();
  const before = { asOf: await asOf(page).innerText(), total: await screen.total() };
  const pinnedAt = Number(answers.at(-1)?.url.searchParams.get("to"));
  const show = page.getByRole("button", { name: /^\d+ 条新通话 · 显示$/ });
  await pointAtList(page);
  await wheel(page, 5000);
  await expect(page).toHaveURL(/page=2/);
  await expect(show).toBeVisible(POLLED);
  await expect(asOf(page)).toHaveText(before.asOf);
  const announced = Number.parseInt(await show.innerText(), 10);

  await show.press("Enter");
  await expect(asOf(page)).not.toHaveText(before.asOf);
  await expect(show).toBeHidden();
  await expect(screen.grid.locator('[data-row="0"]')).toBeInViewport();
  await screen.settled();
  await expect(page).not.toHaveURL(/page=/);
  const newest = (await answers.at(-1)?.ids()) ?? [];
  expect((await rowsInView(page)).slice(0, 5)).toEqual([...newest.slice(0, 5).entries()]);
  expect(newest.slice(0, 30).some((id) => arrivedAt(id) > pinnedAt)).toBe(true);
  expect(await screen.total()).toBeGreaterThanOrEqual(before.total + announced);
  // The keyboard goes on where the button was: the table is next.
  await page.keyboard.press("Tab");
  await expect(screen.grid.locator(":focus")).toBeVisible();
});

test("live refresh keeps the newest on top, but not under a reader nor in a hidden tab", async ({
  page,
}) => {
  const screen = screenOf(page);
  const answers = firstPages(page);
  await page.goto(ONE_COLUMN);
  await screen.settled();
  const pins = () => new Set(answers.map(({ url }) => url.searchParams.get("to"))).size;
  const live = page.getByRole("combobox", { name: "实时刷新" });

  // At once, and then every 15 seconds.
  await live.selectOption("15");
  await expect.poll(pins).toBe(2);
  await expect.poll(pins, POLLED).toBe(3);
  await screen.settled();
  const newest = (await answers.at(-1)?.ids()) ?? [];
  expect((await rowsInView(page)).slice(0, 5)).toEqual([...newest.slice(0, 5).entries()]);

  await pointAtList(page);
  const top = await topOfList(page);
  await wheel(page, 1000);
  await expect(page.getByText(/向下浏览时不刷新/)).toBeVisible();
  // The sentence takes no room of its own.
  expect(await topOfList(page)).toBe(top);
  const held = pins();
  const reading = await rowsInView(page);
  // That the next tick changes nothing can only be seen by letting it pass.
  await page.waitForTimeout(17_000);
  expect(pins()).toBe(held);
  expect(await rowsInView(page)).toEqual(reading);
  await wheel(page, -1000);
  await expect(page.getByText(/向下浏览时不刷新/)).toBeHidden();
  await expect.poll(pins, POLLED).toBe(held + 1);

  // Meanwhile the title counts what waits; once the tab is seen again it is there.
  await screen.settled();
  await setVisibility(page, "hidden");
  const away = pins();
  await expect(page).toHaveTitle(/^\(\d+\) 近 7 天 · 通话记录 · Callscope$/, {
    timeout: 60_000,
  });
  expect(pins()).toBe(away);
  await setVisibility(page, "visible");
  await expect.poll(pins, { timeout: 8_000 }).toBe(away + 1);
  await expect(live).toHaveValue("15");
  await expect(page).toHaveTitle("近 7 天 · 通话记录 · Callscope");

  await live.selectOption("60");
  await screenOf(page).chooseRange("昨天");
  const why = page.getByText(/^实时刷新已停止：仅适用于/);
  await expect(why).toBeVisible();
  await expect(live).toBeDisabled();
  expect(await topOfList(page)).toBe(top);
  await page.getByRole("button", { name: "知道了" }).click();
  await expect(why).toBeHidden();
});

test("a live refresh is not read out, and what came with it stands out for a moment", async ({
  page,
}) => {
  const screen = screenOf(page);
  await page.emulateMedia({ reducedMotion: "reduce", forcedColors: "active" });
  await page.goto(ONE_COLUMN);
  await screen.settled();
  const answers = firstPages(page);
  await expect(page.getByRole("button", { name: /条新通话/ })).toBeVisible(POLLED);
  const heard = await page.evaluateHandle(() => {
    const texts: string[] = [];
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const text = element?.closest("[role=status], [aria-live]")?.textContent ?? "";
        if (text !== "") texts.push(text);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    return texts;
  });
  await page.getByRole("combobox", { name: "实时刷新" }).selectOption("60");
  await expect.poll(() => answers.length).toBe(1);
  await screen.settled();
  const fresh = page.locator("[data-new]");
  await expect(fresh.first()).toBeVisible();
  const look = await fresh.first().evaluate((row) => {
    const bar = getComputedStyle(row, "::before");
    return { motion: getComputedStyle(row).animationName, bar: bar.inlineSize, on: bar.content };
  });
  expect(look).toEqual({ motion: "none", bar: "3px", on: '""' });
  expect(await heard.evaluate((texts) => texts)).toEqual([]);
  await expect(fresh).toHaveCount(0);
});

test("nothing is refreshed while text is selected, a call is open, or one goes by keys", async ({
  page,
}) => {
  const screen = screenOf(page);
  await page.goto(ONE_COLUMN);
  await screen.settled();
  await page.getByRole("combobox", { name: "实时刷新" }).selectOption("60");
  await page.getByRole("heading", { level: 1 }).selectText();
  await expect(page.getByText(/选中文字时不刷新/)).toBeVisible();
  await page.evaluate(() => getSelection()?.empty());
  await expect(page.getByText(/选中文字时不刷新/)).toBeHidden();
  await screen.settled();
  await screen.grid.locator('[data-row="0"] [role="gridcell"]').focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByText(/用键盘浏览表格时不刷新/)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/查看通话详情时不刷新/)).toBeVisible();
});

test.describe("offline", () => {
  test.use({ expectedErrors: OFFLINE_ERRORS });

  test("live refresh waits while the network is away, and goes on by itself", async ({
    page,
    context,
  }) => {
    const screen = screenOf(page);
    await page.goto(ONE_COLUMN);
    await screen.settled();
    await page.locator("canvas").waitFor();
    const live = page.getByRole("combobox", { name: "实时刷新" });
    await expect(page).toHaveTitle(/近 7 天/);
    const why = page.getByText("已暂停：恢复连接后继续");
    await context.setOffline(true);
    await live.selectOption("15");
    await expect(why).toBeVisible();
    await expect(live).toHaveValue("15");
    await expect(screen.rows.first()).toBeVisible();
    await context.setOffline(false);
    await expect(why).toBeHidden();
    await screen.settled();
    await expect(page.getByRole("alert")).toBeHidden();
    await expect(live).toHaveValue("15");
  });
});

test("while calls come in, scrolling from first to last shows every call once", async ({
  page,
  request,
}) => {
  const screen = screenOf(page);
  const answers = firstPages(page);
  await page.goto(ONE_COLUMN);
  await screen.settled();
  const asked = answers[0]?.url;
  if (asked === undefined) throw new Error("the list was not asked for");
  const read = async (
    number: number,
  ): Promise<{ records: { contactId: string }[]; total: number }> => {
    const url = new URL(asked);
    url.searchParams.set("page", String(number));
    return (await request.get(url.href)).json();
  };
  const { total } = await read(1);
  const there = new Set<string>();
  for (let number = 1; (number - 1) * 100 < total; number += 1)
    for (const id of idsOf(await read(number)))
      // One that came in since then may be behind what the page has read by now.
      if (arrivedAt(id) <= Number(asked.searchParams.get("to"))) there.add(id);
  expect(there.size).toBeGreaterThan(500);

  const rowsOfId = new Map<string, Set<number>>();
  const idsOfRow = new Map<number, Set<string>>();
  const note = async () => {
    const rows = await rowsInView(page);
    for (const [row, id] of rows) {
      rowsOfId.set(id, (rowsOfId.get(id) ?? new Set()).add(row));
      idsOfRow.set(row, (idsOfRow.get(row) ?? new Set()).add(id));
    }
    return rows.at(-1)?.[0] ?? -1;
  };
  const lastRow = async () => Number(await screen.grid.getAttribute("aria-rowcount")) - 2;
  const height = await page.locator("#records").evaluate((element) => element.clientHeight);
  await pointAtList(page);
  while ((await note()) < (await lastRow())) await wheel(page, height * 0.6);

  const twice = [...rowsOfId].filter(([, rows]) => rows.size > 1);
  expect(twice, "calls seen in two rows").toEqual([]);
  const changed = [...idsOfRow].filter(([, ids]) => ids.size > 1);
  expect(changed, "rows that turned into another call").toEqual([]);
  const missed = [...there].filter((id) => !rowsOfId.has(id));
  expect(missed, "calls never seen").toEqual([]);
  expect([...idsOfRow.keys()].toSorted((a, b) => a - b)).toEqual(
    [...idsOfRow.keys()].map((_, row) => row),
  );
  // Some did come in meanwhile, between those that were there.
  expect((await read(1)).total).toBeGreaterThan(there.size);
});
