import type { CallRecord } from "#contract/record/call-record.ts";
import { CONTACT_DISPOSITIONS } from "#contract/record/enums.ts";
import { DAY_MS } from "#contract/time/durations.ts";
import { cellMenu, cellMenuItem } from "./cell-menu.ts";
import { screenOf, type Screen } from "../kit/screen.ts";
import { sealedUrl } from "../kit/sealed-url.ts";
import { expect, test } from "../kit/server-fixture.ts";

/** Resolves once every row on screen has a text like this in a column, and there is one. */
async function everyRowHas(screen: Screen, heading: string, text: string | RegExp): Promise<void> {
  await expect(async () => {
    await screen.settled();
    const texts = await screen.column(heading);
    expect(texts.length).toBeGreaterThan(0);
    for (const one of texts) expect(one).toMatch(text);
  }).toPass();
}

test("what the toolbar over a cell filters for is a pill, and Back undoes it", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last30d");
  await screen.settled();
  const total = await screen.total();
  await screen.cell(2, "contactType").hover();
  const type = await screen.cell(2, "contactType").innerText();
  await page.getByTitle(`只看此值：${type}`).click();
  await expect(screen.pills).toHaveText(`通话类型${type}`);
  await everyRowHas(screen, "通话类型", type);
  expect(await screen.total()).toBeLessThan(total);
  // The click was for the toolbar alone.
  await expect(screen.drawer).toBeHidden();

  await page.goBack();
  await expect(page).toHaveURL(/\?range=last30d$/);
  await expect(screen.pills).toBeHidden();
  await expect.poll(() => screen.total()).toBe(total);
});

test("the menu of a cell filters for its value, and a letter does the same", async ({ page }) => {
  const screen = screenOf(page);
  const filtered = /disposition=Success$/;
  await page.goto("/?range=last30d&disposition=Success,NoAnswer");
  await screen.settled();
  const cell = screen.grid.getByRole("gridcell", { name: "正常结束" }).first();
  await cell.click({ button: "right" });
  await cellMenuItem(page, "只看此值").click();
  await expect(page).toHaveURL(filtered);
  await expect(screen.pills).toHaveText("挂断原因正常结束");
  await everyRowHas(screen, "挂断原因", "正常结束");

  await page.goBack();
  await everyRowHas(screen, "挂断原因", /正常结束|客户未接/);
  await cell.focus();
  await page.keyboard.press("f");
  await expect(page).toHaveURL(filtered);
});

test("to exclude a disposition is to ask for all others", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last30d");
  await screen.settled();
  await screen.grid.getByRole("gridcell", { name: "正常结束" }).first().click({ button: "right" });
  await expect(cellMenuItem(page, "排除此值")).toContainText("未列入选项的新值也不在其中");
  await cellMenuItem(page, "排除此值").click();
  await expect(screen.pills).toContainText("挂断原因");
  const asked = new URL(page.url()).searchParams.get("disposition")?.split(",");
  const others = CONTACT_DISPOSITIONS.filter((one) => one !== "Success");
  expect(new Set(asked)).toEqual(new Set(others));
  await everyRowHas(screen, "挂断原因", /^(?!正常结束)./);
});

test("what cannot be done is there with its reason, and does nothing", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last30d");
  await screen.settled();
  await screen.cell(1, "startTime").click({ button: "right" });
  const exclude = cellMenuItem(page, "排除此值");
  await expect(exclude).toBeDisabled();
  await expect(exclude).toContainText("此列不支持排除");
  await exclude.click({ force: true });
  await expect(cellMenu(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(cellMenu(page)).toBeHidden();
  await expect(screen.cell(1, "startTime")).toBeFocused();
  // By its key it says the same.
  await page.keyboard.press("x");
  await expect(page.getByText("此列不支持排除")).toBeVisible();
  await expect(page).toHaveURL(/\?range=last30d$/);
});

test("same day and same hour narrow the range to the clock of the zone", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last30d&page=4");
  await screen.settled();
  const cell = screen.cell(301, "startTime");
  const time = await cell.innerText();
  for (const [name, length, text] of [
    [/^只看这一天/, DAY_MS, time.slice(0, "11-22".length)],
    [/^只看这一小时/, DAY_MS / 24, time.slice(0, "11-22 14".length)],
  ] as const) {
    await cell.click({ button: "right" });
    await cellMenuItem(page, name).click();
    await expect(page).toHaveURL(/\?from=\d+&to=\d+$/);
    const params = new URL(page.url()).searchParams;
    const [from, to] = [Number(params.get("from")), Number(params.get("to"))];
    expect(to - from).toBe(length - 1);
    expect(new Date(from + DAY_MS / 3).toISOString()).toContain(
      length === DAY_MS ? "T00:00:00" : `${text.replace(" ", "T")}:00:00`,
    );
    await everyRowHas(screen, "开始时间", new RegExp(`^${text}`));
    await page.goBack();
    await expect(cell).toHaveText(time);
  }
});

test("all calls of a number are those on either side, whatever else was asked", async ({
  page,
}) => {
  const screen = screenOf(page);
  await page.goto("/?range=last30d&type=Inbound&disposition=Success");
  await screen.settled();
  const caller = screen.cell(0, "parties").locator('[data-field="callingNumber"]');
  const number = await caller.innerText();
  await caller.click({ button: "right" });
  await cellMenuItem(page, "此号码的全部通话").click();
  await expect(page).toHaveURL(sealedUrl("/?instance=ccc-sample&range=last30d&phone=…"));
  await expect(screen.pills).toHaveText(`号码包含${number}`);
  await everyRowHas(screen, "主叫 → 被叫", number);
});

test("a chip of a transfer chain filters for its own agent", async ({ page, request }) => {
  const screen = screenOf(page);
  const reply = await request.get("/api/records?range=last30d");
  const { records } = (await reply.json()) as { records: CallRecord[] };
  const call = records.find(({ agentIds }) => agentIds?.length === 2);
  const [second = "", name = ""] = [call?.agentIds?.[1], call?.agentNames?.[1]];
  // A range that ends with the call has it first.
  const to = call?.startTime ?? 0;
  await page.goto(`/?from=${to - 20 * DAY_MS}&to=${to}&cols=startTime,agentNames,agentIds`);
  await screen.settled();
  await screen.cell(0, "agentNames").locator('[data-index="1"]').hover();
  await page.getByTitle(`只看此值：${name}`).click();
  await expect(screen.pills).toHaveText(`坐席${name}`);
  expect(new URL(page.url()).searchParams.get("agent")).toBe(second);
  await everyRowHas(screen, "坐席 ID", second);
});

test("a key on both numbers is for the customer's, and says why where it cannot be", async ({
  page,
}) => {
  const screen = screenOf(page);
  await page.goto("/?range=last30d&type=Outbound&disposition=Success");
  await screen.settled();
  const called = screen.cell(0, "parties").locator('[data-field="calledNumber"]');
  const number = await called.innerText();
  await screen.cell(0, "parties").focus();
  await page.keyboard.press("n");
  await expect(page).toHaveURL(sealedUrl("/?instance=ccc-sample&range=last30d&phone=…"));
  await expect(screen.pills).toHaveText(`号码包含${number}`);

  await page.goto("/?range=last30d&type=Internal");
  await screen.settled();
  await screen.cell(0, "parties").focus();
  for (const key of ["f", "n"]) {
    await page.keyboard.press(key);
    await expect(page.getByRole("alert").getByText("内部通话和会议没有客户号码")).toBeVisible();
    await expect(page).toHaveURL(/\?range=last30d&type=Internal$/);
  }
});
