import type { Page } from "playwright/test";
import { recordsReplySchema } from "#contract/api/records.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, OFFLINE_ERRORS, test } from "../kit/server-fixture.ts";

test.use({ serverEnv: { SAMPLE_RECORDS: "100000", EMBEDDED_FAULTS: "true" } });

/** The call ids of one page of a list, as the view asks for it. */
async function idsOfPage(page: Page, view: string, number: number): Promise<string[]> {
  const reply = await page.request.get(`/api/records?${view}&page=${number}&size=100`);
  const { records } = recordsReplySchema.parse(await reply.json());
  return records.map(({ contactId }) => contactId ?? "");
}

const stepOf = (page: Page, name: "上一条" | "下一条") =>
  screenOf(page).drawer.getByRole("button", { name });
const placeOf = (page: Page) => screenOf(page).drawer.getByRole("status").first();

async function expectOpen(page: Page, row: number) {
  const screen = screenOf(page);
  const total = await screen.total();
  await expect(placeOf(page)).toHaveText(
    `第 ${(row + 1).toLocaleString("en")} 条，共 ${total.toLocaleString("en")} 条`,
  );
  await expect(screen.row(row)).toHaveAttribute("aria-selected", "true");
  await expect(screen.row(row)).toBeInViewport();
}

test("buttons go from call to call, say which it is, and end where the list does", async ({
  page,
}) => {
  const screen = screenOf(page);
  await page.goto("/?range=last7d");
  await screen.settled();
  await screen.rows.first().click();
  await expectOpen(page, 0);
  await expect(stepOf(page, "上一条")).toHaveAttribute("aria-disabled", "true");
  await stepOf(page, "下一条").click();
  await stepOf(page, "下一条").click();
  await expectOpen(page, 2);
  await stepOf(page, "上一条").focus();
  await page.keyboard.press("Enter");
  await expectOpen(page, 1);
  await expect(stepOf(page, "上一条")).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expectOpen(page, 0);
  await expect(stepOf(page, "上一条")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(screen.row(0).locator(":focus")).toHaveCount(1);
});

test("steps go on past the 10,000 that one query reaches, and back", async ({ page }) => {
  const screen = screenOf(page);
  const view = "instance=ccc-sample&range=last30d";
  const last = (await idsOfPage(page, view, 100)).at(-1);
  await page.goto(`/?${view}&page=100&record=${last}`);
  await screen.settled();
  await expectOpen(page, 9999);
  await page.keyboard.press("j");
  await expectOpen(page, 10_000);
  await page.keyboard.press("j");
  await expectOpen(page, 10_001);
  await page.keyboard.press("k");
  await page.keyboard.press("k");
  await page.keyboard.press("k");
  await expectOpen(page, 9998);
});

test("a list that ends at 10,000 has no next call there", async ({ page }) => {
  const view = "instance=ccc-sample&range=last30d&sort=-callDuration";
  const last = (await idsOfPage(page, view, 100)).at(-1);
  await page.goto(`/?${view}&page=100&record=${last}`);
  await expect(placeOf(page)).toHaveText(/^第 10,000 条/);
  await expect(stepOf(page, "下一条")).toHaveAttribute("aria-disabled", "true");
});

test("a step waits for a page that is not there yet, says so, and goes as far as was pressed", async ({
  page,
}) => {
  const view = "instance=ccc-fault-slow&range=last7d";
  const [first, second] = await Promise.all([idsOfPage(page, view, 1), idsOfPage(page, view, 2)]);
  await page.goto(`/?${view}&record=${first[99]}`);
  await expect(placeOf(page)).toHaveText(/^第 100 条/, { timeout: 15_000 });
  await page.keyboard.press("j");
  await expect(placeOf(page)).toHaveText("正在读取…");
  await page.keyboard.press("j");
  await expect(page).toHaveURL(new RegExp(`record=${second[1]}`), { timeout: 15_000 });
  await expect(placeOf(page)).toHaveText(/^第 102 条/);
});

test("a linked call that is not on its page gets its place, however far down it is", async ({
  page,
}) => {
  const view = "instance=ccc-sample&range=last30d";
  for (const number of [7, 100]) {
    const ids = await idsOfPage(page, view, number);
    await page.goto(`/?${view}&record=${ids[40]}`);
    const row = (number - 1) * 100 + 40;
    await expect(placeOf(page)).toHaveText(new RegExp(`^第 ${(row + 1).toLocaleString("en")} 条`));
    await page.keyboard.press("j");
    await expect(page).toHaveURL(new RegExp(`record=${ids[41]}`));
    await expectOpen(page, row + 1);
    await page.keyboard.press("k");
    await page.keyboard.press("k");
    await expectOpen(page, row - 1);
  }
});

for (const [what, link, words] of [
  ["of another time", "range=today", "不在所选时间范围内"],
  ["that the filters leave out", "range=last30d&type=Conference", "不符合当前的筛选条件"],
  ["in another order", "range=last30d&sort=-talkTime", "按开始时间排序时才能定位"],
] as const)
  test(`a linked call ${what} says why it has no place`, async ({ page }) => {
    const all = "instance=ccc-sample&range=last30d&type=Inbound";
    const [id] = await idsOfPage(page, all, 20);
    await page.goto(`/?instance=ccc-sample&${link}&record=${id}`);
    await expect(placeOf(page)).toHaveText(words);
    for (const name of ["上一条", "下一条"] as const)
      await expect(stepOf(page, name)).toHaveAttribute("aria-disabled", "true");
  });

test.describe("without a network", () => {
  test.use({ expectedErrors: OFFLINE_ERRORS });
  test("a step that could not be taken says so, and is taken once it is pressed again", async ({
    page,
    context,
  }) => {
    const screen = screenOf(page);
    await page.goto("/?range=last7d");
    await screen.settled();
    await screen.rows.first().click();
    await expectOpen(page, 0);
    // The code of what is in the drawer would be missed, too.
    await page.waitForLoadState("networkidle");
    await context.setOffline(true);
    for (let step = 0; step < 100; step += 1) await page.keyboard.press("j");
    await expect(placeOf(page)).toHaveText("没有读到，请再按一次");
    await context.setOffline(false);
    await page.keyboard.press("j");
    await expect(placeOf(page)).toHaveText(/^第 10[12] 条/, { timeout: 30_000 });
  });
});
