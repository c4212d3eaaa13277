import type { Page } from "playwright/test";
import { DAY_MS } from "#contract/time/durations.ts";
import { expect, JULY, numberOf, test } from "./overview-calls.ts";
import type { CallDatabase } from "../kit/call-database.ts";
import { screenOf } from "../kit/screen.ts";

const summaryOf = (page: Page) => page.getByRole("region", { name: "概要" });
const figure = (page: Page, name: string) =>
  summaryOf(page).getByRole("button", { name: new RegExp(`^${name} `) });

async function known(page: Page) {
  await expect(summaryOf(page)).toHaveAttribute("data-counts", "known");
}

const FROM = JULY - 30 * DAY_MS;
const JUNE = `/?from=${FROM}&to=${JULY - 1}`;
const IN_JUNE = `StartTime >= ${FROM} AND StartTime < ${JULY}`;
const ABANDONED = "ContactDisposition::VARCHAR LIKE 'Abandoned%'";

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)}%`;
const clock = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

/** The value at ascending rank ceil(share × n) among the calls that have one. */
async function valueAtRank(calls: CallDatabase, field: string, share: number, where: string) {
  const within = `${where} AND ${field} > 0`;
  const base = await numberOf(calls, "COUNT(*)", within);
  return numberOf(calls, `list_sort(list(${field}))[${Math.ceil(share * base)}]`, within);
}

for (const [name, search, where, offered, of] of [
  ["a month", "", "", " AND ContactType = 'Inbound'", "条呼入"],
  [
    "calls from customers and within the house",
    "&type=Inbound,Internal",
    " AND ContactType IN ('Inbound', 'Internal')",
    " AND ContactType = 'Inbound'",
    "条呼入",
  ],
  ["calls to customers", "&type=Outbound", " AND ContactType = 'Outbound'", "", "条"],
] as const)
  test(`the figures are those of SQL, and name the calls they are of: ${name}`, async ({
    page,
    calls,
  }) => {
    const within = IN_JUNE + where;
    await page.goto(JUNE + search);
    await known(page);
    const countIn = (condition: string) => numberOf(calls, "COUNT(*)", condition);
    const count = (value: number) => value.toLocaleString("en-US");
    const total = await countIn(within);
    const base = await countIn(within + offered);
    const answered = await countIn(`${within}${offered} AND ContactDisposition = 'Success'`);
    const abandoned = await countIn(`${within}${offered} AND ${ABANDONED}`);
    await expect(figure(page, "通话")).toHaveText(count(total));
    await expect(figure(page, "接通率")).toHaveText(percent(answered, base));
    await expect(figure(page, "放弃率")).toHaveText(percent(abandoned, base));
    await expect(figure(page, "放弃率")).toHaveAccessibleName(
      `放弃率 ${percent(abandoned, base)} 共 ${count(base)} ${of}`,
    );
    await expect(figure(page, "接通率")).toHaveAttribute(
      "title",
      new RegExp(`${count(answered)} 条，共 ${count(base)} ${of}`),
    );
    await expect(summaryOf(page)).toContainText(`共 ${count(base)} ${of}`);
    for (const [label, field, having] of [
      ["排队", "QueueTime", "条排过队"],
      ["通话时长", "TalkTime", "条有通话"],
    ] as const) {
      const haveIt = await countIn(`${within} AND ${field} > 0`);
      const among = `共 ${count(haveIt)} ${having}`;
      await expect(summaryOf(page)).toContainText(among);
      for (const [rank, share] of [
        ["中位数", 0.5],
        ["P90", 0.9],
      ] as const) {
        const value = haveIt === 0 ? "–" : clock(await valueAtRank(calls, field, share, within));
        await expect(figure(page, `${label} ${rank}`)).toHaveAccessibleName(
          `${label} ${rank} ${value} ${among}`,
        );
      }
    }
  });

test("a share leads to its calls, within the choice there is", async ({ page, calls }) => {
  await page.goto(`${JUNE}&disposition=AbandonedInQueue,AbandonedInRing,NoAnswer`);
  await known(page);
  // Nothing of it was answered, so there is nothing to go to.
  await expect(summaryOf(page)).toContainText(/接通率0\.0%/);
  await expect(figure(page, "接通率")).toHaveAttribute("aria-disabled", "true");
  await figure(page, "放弃率").click();
  await expect(page).toHaveURL(/disposition=AbandonedInQueue,AbandonedInRing&type=Inbound$/);
  await screenOf(page).settled();
  const abandoned = await numberOf(
    calls,
    "COUNT(*)",
    `${IN_JUNE} AND ContactType = 'Inbound' AND ContactDisposition IN ('AbandonedInQueue', 'AbandonedInRing')`,
  );
  await expect.poll(() => screenOf(page).total()).toBe(abandoned);
  await known(page);
  await expect(figure(page, "放弃率")).toHaveText("100.0%");
});

test("a rank leads to the page that holds its call, longest first", async ({ page, calls }) => {
  await page.goto(JUNE);
  await known(page);
  const talked = await numberOf(calls, "COUNT(*)", `${IN_JUNE} AND TalkTime > 0`);
  const median = await figure(page, "通话时长 中位数").innerText();
  await figure(page, "通话时长 中位数").click();
  const position = talked - Math.ceil(talked / 2) + 1;
  const pageNumber = Math.ceil(position / 100);
  await expect(page).toHaveURL(new RegExp(`sort=-talkTime&page=${pageNumber}$`));
  await screenOf(page).settled();
  const row = position - 1;
  await expect(screenOf(page).cell(row, "talkTime")).toHaveText(median);
});

test("the total leads back to the start of the list", async ({ page }) => {
  await page.goto(`${JUNE}&page=3`);
  await known(page);
  await figure(page, "通话").click();
  await expect(page).not.toHaveURL(/page=/);
  const start = screenOf(page).row(0);
  await expect(start).toBeInViewport();
  // Within page 1, too, though there the address stays.
  await screenOf(page).grid.hover();
  await page.mouse.wheel(0, 1500);
  await expect(start).not.toBeInViewport();
  await figure(page, "通话").click();
  await expect(start).toBeInViewport();
});

test("of no calls there is the total, and nothing else", async ({ page }) => {
  await page.goto(`/?from=${JULY + 30 * DAY_MS}&to=${JULY + 31 * DAY_MS}`);
  await known(page);
  await expect(summaryOf(page)).toHaveText("通话0");
});

test("beside the same period a week earlier stands what has changed, here and over time", async ({
  page,
  calls,
}) => {
  const [from, to] = [JULY - 8 * DAY_MS, JULY - 6 * DAY_MS];
  const within = (start: number, end: number) => `StartTime >= ${start} AND StartTime < ${end}`;
  await page.goto(`/?from=${from}&to=${to - 1}`);
  await known(page);
  await page.getByRole("checkbox", { name: "与上周同期相比" }).check();
  await known(page);
  const count = (where: string) => numberOf(calls, "COUNT(*)", where);
  const now = await count(within(from, to));
  const before = await count(within(from - 7 * DAY_MS, to - 7 * DAY_MS));
  const offeredBefore = `${within(from - 7 * DAY_MS, to - 7 * DAY_MS)} AND ContactType = 'Inbound'`;
  const offered = await count(offeredBefore);
  const answered = await count(`${offeredBefore} AND ContactDisposition = 'Success'`);
  const queued = (start: number) => count(`${within(start, start + to - from)} AND QueueTime > 0`);
  const [queuedNow, queuedBefore] = [await queued(from), await queued(from - 7 * DAY_MS)];
  const growth = (after: number, earlier: number) =>
    new Intl.NumberFormat("en-US", {
      style: "percent",
      signDisplay: "exceptZero",
      maximumFractionDigits: 1,
    })
      .format((after - earlier) / earlier)
      .replace("-", "−");
  const summary = summaryOf(page);
  await expect(summary.getByTitle(`上周同期：${before}`, { exact: true })).toHaveText(
    growth(now, before),
  );
  // How many waited, and how that compares.
  await expect(summary).toContainText(`共 ${queuedNow} 条排过队${growth(queuedNow, queuedBefore)}`);
  await expect(summary.getByTitle(`上周同期：${queuedBefore}`, { exact: true })).toHaveText(
    growth(queuedNow, queuedBefore),
  );
  await expect(
    summary.getByTitle(
      `上周同期：${percent(answered, offered)} · ${answered} 条，共 ${offered} 条呼入`,
    ),
  ).toContainText("个百分点");

  const histogram = page.getByRole("region", { name: "通话量", exact: true });
  await expect(histogram.getByRole("button", { name: "上周同期" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expect(histogram).toHaveAttribute("data-counts", "known");
  const first = await count(within(from - 7 * DAY_MS, from - 7 * DAY_MS + 3_600_000));
  await page.getByRole("slider", { name: "选择时段" }).hover({ position: { x: 3, y: 5 } });
  await expect(page.getByRole("tooltip")).toContainText(`06-16 00:00–01:00 · ${first} 条`);
});
