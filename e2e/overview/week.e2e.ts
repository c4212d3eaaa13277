import { DAY_MS, HOUR_MS } from "#contract/time/durations.ts";
import { expect, JULY, numberOf, test } from "./overview-calls.ts";
import { screenOf } from "../kit/screen.ts";

/** Three weeks, the last days of June: the 9th was a Monday. */
const MONDAY = JULY - 22 * DAY_MS;
const WEEKS = `from=${MONDAY}&to=${MONDAY + 21 * DAY_MS - 1}`;
/** Wednesdays from 10 to 11, the latest first. */
const WEDNESDAYS = [16, 9, 2].map((day) => MONDAY + day * DAY_MS + 10 * HOUR_MS);
const inHour = (from: number) => `StartTime >= ${from} AND StartTime < ${from + HOUR_MS}`;
const WEDNESDAYS_TEN = WEDNESDAYS.map(inHour).join(" OR ");
const ABANDONED = "ContactType = 'Inbound' AND ContactDisposition::VARCHAR LIKE 'Abandoned%'";

test("hours of the week are what SQL counts, by keys and in the link, and lead to the calls of one week", async ({
  page,
  calls,
}) => {
  const counts = await Promise.all(WEDNESDAYS.map((at) => numberOf(calls, "COUNT(*)", inHour(at))));
  const all = counts.reduce((sum, count) => sum + count, 0);
  expect(Math.min(...counts)).toBeGreaterThan(0);
  const screen = screenOf(page);
  await page.goto(`/?${WEEKS}`);
  await screen.settled();
  const total = await screen.total();
  await page.getByRole("button", { name: "按星期和小时", exact: true }).click();
  await expect(page).toHaveURL(/&chart=week-calls$/);
  const region = page.getByRole("region", { name: "按星期和小时" });
  await expect(region).toHaveAttribute("data-counts", "known");
  const grid = page.getByRole("grid", { name: "通话量" });
  const cell = (name: string) => grid.getByRole("gridcell", { name: new RegExp(`^${name} `) });
  await expect(cell("周三 10:00–11:00")).toHaveAccessibleName(`周三 10:00–11:00 ${all} 条`);
  const told = await grid.getByRole("gridcell").allInnerTexts();
  expect(told).toHaveLength(168);
  expect(told.reduce((sum, text) => sum + Number(text.replaceAll(",", "")), 0)).toBe(total);

  await cell("周二 09:00–10:00").focus();
  for (const key of ["ArrowDown", "ArrowRight", "Enter"]) await page.keyboard.press(key);
  const menu = page.getByRole("menu", { name: "周三 10:00–11:00：查看哪一段" });
  await expect(menu.getByRole("menuitem")).toHaveText(
    [25, 18, 11].map((day, index) => `2025-06-${day} 10:00–11:00，${counts[index] ?? 0} 条`),
  );
  await menu.getByRole("menuitem").first().click();
  const [latest = 0] = WEDNESDAYS;
  await expect(page).toHaveURL(new RegExp(`\\?from=${latest}&to=${latest + HOUR_MS - 1}$`));
  await screen.settled();
  await expect.poll(() => screen.total()).toBe(counts[0]);
  await page.goBack();
  await expect(cell("周三 10:00–11:00")).toHaveAccessibleName(`周三 10:00–11:00 ${all} 条`);
});

test("what is abandoned and how long they waited, as a table too; too many are said to be too many", async ({
  page,
  calls,
}) => {
  const where = (condition: string) => `(${WEDNESDAYS_TEN}) AND ${condition}`;
  const base = await numberOf(calls, "COUNT(*)", where("ContactType = 'Inbound'"));
  const abandoned = await numberOf(calls, "COUNT(*)", where(ABANDONED));
  const waited = await numberOf(calls, "COUNT(*)", where("QueueTime > 0"));
  const median = await numberOf(calls, "QUANTILE_DISC(QueueTime, 0.5)", where("QueueTime > 0"));
  await page.goto(`/?${WEEKS}&chart=week-share`);
  const region = page.getByRole("region", { name: "按星期和小时" });
  const name = (text: string) => `周三 10:00–11:00 ${text}`;
  const share = ((100 * abandoned) / base).toFixed(1);
  await expect(
    region.getByRole("gridcell", {
      name: name(`${share}%（${base} 条来电中放弃 ${abandoned}）`),
    }),
  ).toBeVisible();
  await region.getByRole("combobox", { name: "统计内容" }).selectOption("排队时长中位数");
  await region.getByRole("button", { name: "表格" }).click();
  await expect(page).toHaveURL(/&chart=week-wait$/);
  const clock = `${Math.floor(median / 60)}:${String(median % 60).padStart(2, "0")}`;
  await expect(
    region.getByRole("button", { name: name(`中位数 ${clock}（${waited} 条有排队）`) }),
  ).toBeVisible();

  await page.goto(`/?from=${JULY - 90 * DAY_MS}&to=${JULY}&chart=week-calls`);
  await expect(region.getByRole("status")).toContainText(
    "云服务只能逐小时计数，此时间范围有 2,161 小时，最多 745 小时",
  );
});
