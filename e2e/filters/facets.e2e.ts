import { FACET_KEYS, type FacetKey } from "#contract/filter/filters.ts";
import { isEnumField } from "#contract/record/enums.ts";
import { WEEK_MS } from "#contract/time/durations.ts";
import { messagesZhCn } from "#labels/messages-zh-cn.ts";
import {
  address,
  ALL,
  ALL_CALLS,
  INSTANCE,
  LAST_WEEK,
  NEW_CALLS,
  NEW_VALUE,
  test,
} from "./facet-calls.ts";
import { randomFilters } from "./facet-filters.ts";
import { facetOf, panelCounted, type FacetOnScreen } from "./facet-panel.ts";
import { countsBySql, type CountedCalls } from "./facet-sql.ts";
import type { CallDatabase } from "../kit/call-database.ts";
import { screenOf } from "../kit/screen.ts";
import { expect } from "../kit/server-fixture.ts";

const { filters: TITLES, enums } = messagesZhCn;

/** The value behind a row: its label in Chinese, or what its title says beside it. */
function valueOf(facet: FacetKey, label: string, title: string): string {
  const labels: Readonly<Record<string, string>> = isEnumField(facet) ? enums[facet] : {};
  const documented = Object.entries(labels).find(([, text]) => text === label)?.[0];
  return documented ?? title.split(" · ").at(-1) ?? label;
}

async function expectCountsOfSql(
  shown: FacetOnScreen,
  facet: FacetKey,
  database: CallDatabase,
  calls: CountedCalls,
): Promise<void> {
  const { total, counts, surveys } = await countsBySql(database, calls, facet);
  const rows = await shown.rows();
  const isPeople = facet === "agentId" || facet === "skillGroupId";
  let covered = 0;
  for (const { label, title, count, isTickable } of rows) {
    const context = `${facet} ${label} of ${JSON.stringify(calls.criteria)}`;
    const survey = facet === "satisfactionIndex" ? surveys.get(label) : undefined;
    if (survey !== undefined) {
      // What is not known is among the calls that no value covers.
      const isKnown = !Number.isNaN(count);
      expect(isKnown ? count : survey, context).toBe(survey);
      if (isKnown && label !== "已评价") covered += count;
      continue;
    }
    if (isTickable) expect(count, context).toBe(counts.get(valueOf(facet, label, title)) ?? 0);
    covered += count;
  }
  if (!isPeople) expect(covered, `${facet} of ${JSON.stringify(calls.criteria)}`).toBe(total);
}

test("counts of every facet are those of the table, for filters by chance", async ({
  page,
  calls,
}) => {
  test.slow();
  const filters = await randomFilters(calls, INSTANCE, { seed: 11, count: 6 });
  for (const criteria of [{}, ...filters]) {
    await page.goto(address({ range: ALL, criteria }));
    for (const facet of FACET_KEYS) await facetOf(page, TITLES[facet]).open();
    await panelCounted(page);
    for (const facet of FACET_KEYS)
      await expectCountsOfSql(facetOf(page, TITLES[facet]), facet, calls, {
        instance: INSTANCE,
        range: ALL,
        criteria,
      });
  }
});

test("a tick changes the counts of other facets, and not those of its own", async ({ page }) => {
  const disposition = facetOf(page, "挂断原因");
  const satisfaction = facetOf(page, "满意度按键");
  await page.goto(ALL_CALLS);
  await panelCounted(page);
  const [before, answers] = [await disposition.rows(), await satisfaction.rows()];

  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/api/counts")) asked.push(request.postData() ?? "");
  });
  await disposition.box("排队放弃").check();
  await panelCounted(page);
  expect(await disposition.rows()).toEqual(before);
  // Who gave up in the queue was asked nothing.
  expect(await satisfaction.rows()).not.toEqual(answers);
  expect(asked.join()).toContain('"facet":"satisfactionIndex"');
  expect(asked.join()).not.toContain('"facet":"contactDisposition"');

  // Two values of one facet: their calls are those of both counts together.
  await disposition.box("正常结束").check();
  await screenOf(page).settled();
  const counts = new Map(before.map(({ label, count }) => [label, count]));
  expect(await screenOf(page).total()).toBe(
    (counts.get("排队放弃") ?? 0) + (counts.get("正常结束") ?? 0),
  );
});

test("a value newer than this edition is counted and can be ticked", async ({ page }) => {
  const disposition = facetOf(page, "挂断原因");
  const screen = screenOf(page);
  await page.goto(address({ range: LAST_WEEK, criteria: {} }));
  await disposition.counted();
  await expect(disposition.box(NEW_VALUE)).toHaveAccessibleDescription(`${NEW_CALLS}`);
  await disposition.box(NEW_VALUE).check();
  await screen.settled();
  expect(await screen.total()).toBe(NEW_CALLS);
  expect(new Set(await screen.column("挂断原因"))).toEqual(new Set([NEW_VALUE]));
  await disposition.counted();
  await expect(disposition.box(NEW_VALUE)).toBeChecked();

  // The link alone tells it, too, and where no call has it its count is 0.
  await page.goto(
    `/?instance=${INSTANCE}&from=${ALL.from}&to=${ALL.from + WEEK_MS}&disposition=~${NEW_VALUE}`,
  );
  await disposition.counted();
  await expect(disposition.box(NEW_VALUE)).toBeChecked();
  await expect(disposition.box(NEW_VALUE)).toHaveAccessibleDescription("0");
});

test("calls without a value are a row of their own, which cannot be ticked", async ({
  page,
  calls,
}) => {
  const channel = facetOf(page, "满意度渠道");
  await page.goto(ALL_CALLS);
  await channel.open();
  await channel.counted();
  const bySql = await countsBySql(
    calls,
    { instance: INSTANCE, range: ALL, criteria: {} },
    "satisfactionSurveyChannel",
  );
  const without = bySql.total - [...bySql.counts.values()].reduce((sum, count) => sum + count, 0);
  const rest = (await channel.rows()).at(-1);
  expect(rest).toMatchObject({ label: "无或其他", count: without, isTickable: false });
  expect(rest?.title).toContain("没有这一项");
});

test("counts beside those of a week earlier, which can order the values", async ({
  page,
  calls,
}) => {
  const disposition = facetOf(page, "挂断原因");
  const orders = page.getByRole("combobox", { name: "各项的顺序" });
  await page.goto(address({ range: LAST_WEEK, criteria: {} }));
  await disposition.counted();
  expect((await disposition.rows()).map(({ change }) => change).join("")).toBe("");
  await page.getByRole("checkbox", { name: "与上周同期相比" }).check();
  await panelCounted(page);

  const ask = { instance: INSTANCE, criteria: {} };
  const weekBefore = { from: LAST_WEEK.from - WEEK_MS, to: LAST_WEEK.to - WEEK_MS };
  const now = await countsBySql(calls, { ...ask, range: LAST_WEEK }, "contactDisposition");
  const then = await countsBySql(calls, { ...ask, range: weekBefore }, "contactDisposition");
  const sizes: number[] = [];
  for (const { label, title, change, isTickable } of await disposition.rows()) {
    if (!isTickable) continue;
    const value = valueOf("contactDisposition", label, title);
    const difference = (now.counts.get(value) ?? 0) - (then.counts.get(value) ?? 0);
    const sign = difference > 0 ? "+" : difference < 0 ? "−" : "";
    expect(change, label).toBe(`${sign}${Math.abs(difference)}`);
    sizes.push(Math.abs(difference));
  }
  expect(Math.max(...sizes)).toBeGreaterThan(0);
  await expect(
    disposition.row("正常结束").getByTitle(/^上周同期 \d+（[+−]?[\d.]+%）$/),
  ).toBeVisible();

  await expect(disposition.box("正常结束")).toHaveAccessibleDescription(
    /^\d+ [+−]?\d+ 上周同期 \d+（[+−]?[\d.]+%）$/,
  );

  await orders.selectOption("按变化");
  const changes = async () =>
    (await disposition.rows())
      .filter(({ isTickable }) => isTickable)
      .map(({ change }) => Math.abs(Number(change.replace("−", "-"))));
  await expect.poll(changes).toEqual(sizes.toSorted((a, b) => b - a));
  await page.getByRole("checkbox", { name: "与上周同期相比" }).uncheck();
  await expect(orders).toHaveValue("listed");
});

for (const [locale, words] of [
  [
    "zh-CN",
    { name: "满意度按键", unknown: "未知", why: "云服务不能按此计数", keys: "可能还有其他按键" },
  ],
  [
    "en-US",
    {
      name: "Satisfaction key",
      unknown: "not known",
      why: "cannot count these",
      keys: "others may have been pressed",
    },
  ],
] as const)
  test.describe(locale, () => {
    test.use({ locale });

    test(`what no filter tells of a survey is said not to be known, with the reason: ${locale}`, async ({
      page,
    }) => {
      await page.goto(ALL_CALLS);
      const named = page.getByRole("group", { name: words.name, exact: true });
      const group = named.and(page.locator(":has(> ul)"));
      await expect(group).toHaveAttribute("data-counts", "known");
      const rows = group.getByRole("listitem");
      const unknown = rows.filter({ hasText: words.unknown });
      await expect(unknown).toHaveCount(2);
      for (const row of await unknown.all()) {
        await expect(row).toHaveAccessibleDescription(new RegExp(words.why));
        await expect(row).toHaveAttribute("title", new RegExp(words.why));
      }
      await expect(rows.filter({ hasText: /≥ \d/ })).toHaveText(new RegExp(words.keys));
    });
  });
