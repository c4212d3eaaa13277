import { isEnumField } from "#contract/enums.ts";
import { FACET_KEYS, type FacetKey } from "#contract/filters.ts";
import { messagesZhCn } from "#app/i18n/messages-zh-cn.ts";
import { viewSearch } from "#contract/view-codec.ts";
import { DEFAULT_VIEW } from "#contract/view.ts";
import { createCallDatabase, type CallDatabase, type WireLine } from "./call-database.ts";
import { randomFilters } from "./facet-filters.ts";
import { facetOf, panelCounted, type FacetOnScreen } from "./facet-panel.ts";
import { countsBySql, type CountedCalls } from "./facet-sql.ts";
import { screenOf } from "./screen.ts";
import { expect, test as base } from "./server-fixture.ts";
import { startServer } from "./start-server.ts";

const INSTANCE = "ccc-sample";
const CALLS = 6000;
const WEEK_MS = 7 * 86_400_000;
/** The end of June 2025 in Shanghai, where generated calls end. */
const END = Date.UTC(2025, 5, 30, 16) - 1;
const ALL = { from: END - 200 * 86_400_000, to: END };
const LAST_WEEK = { from: END + 1 - WEEK_MS, to: END };
/** A value that the provider added since, in calls of the last day. */
const NEW_VALUE = "AbandonedOnHold";
const NEW_CALLS = 5;

const newCalls = Array.from({ length: NEW_CALLS }, (_unused, index): WireLine => ({
  ContactId: `new-${index}`,
  InstanceId: INSTANCE,
  ContactType: "Inbound",
  ContactDisposition: NEW_VALUE,
  StartTime: END - 3_600_000 + index,
  CallingNumber: `1990000010${index}`,
}));

/** The server on calls that can be asked about directly. */
const test = base.extend<object, { calls: CallDatabase }>({
  calls: [
    async ({}, use) => {
      const database = await createCallDatabase({ lines: CALLS, seed: 5 }, newCalls);
      await use(database);
      await database.remove();
    },
    { scope: "worker" },
  ],
  server: [
    async ({ calls }, use) => {
      const server = await startServer({ EMBEDDED_DATABASE: calls.file });
      await use(server);
      expect(await server.stop(), server.output()).toBe(0);
    },
    { scope: "worker" },
  ],
});

const { filters: TITLES, enums } = messagesZhCn;
const address = ({ range, criteria }: Pick<CountedCalls, "range" | "criteria">) =>
  `/${viewSearch({ ...DEFAULT_VIEW, instance: INSTANCE, time: range, criteria })}`;

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
      expect(count, context).toBe(survey);
      if (label !== "已评价") covered += count;
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
  const filters = await randomFilters(calls, INSTANCE, { seed: 11, count: 10 });
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

const ALL_CALLS = address({ range: ALL, criteria: {} });

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

test("Only and Exclude by mouse, each a step of the history", async ({ page }) => {
  const type = facetOf(page, "通话类型");
  await page.goto(ALL_CALLS);
  await type.open();
  await type.counted();
  const press = async (label: string, button: string) => {
    await type.row(label).hover();
    await type
      .row(label)
      .getByRole("button", { name: `${button} ${label}` })
      .click();
  };
  await press("呼出", "只看");
  await expect(page).toHaveURL(/&type=Outbound$/);
  await press("呼出", "全部");
  await expect(page).not.toHaveURL(/type=/);
  await press("呼出", "排除");
  await expect(page).toHaveURL(
    /&type=Inbound,Predictive,Internal,Back2Back,PrivacyDial,Conference$/,
  );
  await expect(type.box("呼出")).not.toBeChecked();
  await expect(type.box("呼入")).toBeChecked();
  await page.goBack();
  await expect(page).not.toHaveURL(/type=/);
  await page.goBack();
  await expect(page).toHaveURL(/&type=Outbound$/);
  await page.goBack();
  await expect(page).not.toHaveURL(/type=/);
});

test("Only and Exclude by keyboard, with the focus staying where it was", async ({ page }) => {
  const disposition = facetOf(page, "挂断原因");
  await page.goto(ALL_CALLS);
  await disposition.counted();
  await disposition.box("正常结束").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await expect(disposition.box("客户未接")).toBeFocused();
  await page.keyboard.press("Tab");
  const only = disposition.row("客户未接").getByRole("button").first();
  await expect(only).toBeFocused();
  await expect(only).toHaveAccessibleName("只看 客户未接");
  await expect(only).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/&disposition=NoAnswer$/);
  await expect(only).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/disposition=/);
  await page.keyboard.press("Tab");
  await expect(
    disposition.row("客户未接").getByRole("button", { name: "排除 客户未接" }),
  ).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/&disposition=Success,Reject,/);
  await expect(disposition.box("客户未接")).not.toBeChecked();
  // What is left out already says so, instead of doing nothing in silence.
  const exclude = disposition.row("客户未接").getByRole("button", { name: "排除 客户未接" });
  await expect(exclude).toBeFocused();
  await expect(exclude).toHaveAttribute("aria-disabled", "true");
  await expect(exclude).toHaveAttribute("title", /已不在其中/);
});

test("on a touch screen the buttons are there without pointing", async ({ browser, server }) => {
  const context = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await page.goto(ALL_CALLS);
  await page.getByRole("button", { name: /筛选$/ }).tap();
  const disposition = facetOf(page, "挂断原因");
  const only = disposition.row("正常结束").getByRole("button", { name: "只看 正常结束" });
  await expect(only).toBeInViewport();
  await only.tap();
  await expect(page).toHaveURL(/&disposition=Success$/);
  await context.close();
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

test("surveys that were answered are chosen by all keys at once", async ({ page }) => {
  const satisfaction = facetOf(page, "满意度按键");
  await page.goto(ALL_CALLS);
  await satisfaction.counted();
  const answered = (await satisfaction.rows()).find(({ label }) => label === "已评价");
  await satisfaction.box("已评价").check();
  await expect(page).toHaveURL(/&sat=1,2,3,4,5,6,7,8,9,0$/);
  await screenOf(page).settled();
  expect(await screenOf(page).total()).toBe(answered?.count);
  await satisfaction.box("已评价").uncheck();
  await expect(page).not.toHaveURL(/sat=/);
});

test("a search within a long facet narrows what is shown, and Escape clears it", async ({
  page,
}) => {
  const disposition = facetOf(page, "挂断原因");
  await page.goto(ALL_CALLS);
  await disposition.counted();
  const all = await disposition.group.getByRole("checkbox").count();
  const search = disposition.group.getByRole("searchbox", { name: "查找挂断原因" });
  await search.fill("放弃");
  await expect(disposition.group.getByRole("checkbox")).toHaveCount(4);
  // By the provider's own name, too.
  await search.fill("voicemail");
  await expect(disposition.box("转语音邮箱")).toBeVisible();
  await expect(disposition.group.getByRole("checkbox")).toHaveCount(1);
  await search.fill("没有的");
  await expect(disposition.group).toContainText("没有匹配的值");
  await search.press("Escape");
  await expect(disposition.group.getByRole("checkbox")).toHaveCount(all);
  await expect(search).toHaveValue("");
});

test("a contact id leaves nothing to count", async ({ page }) => {
  await page.goto(`${ALL_CALLS}&contact=new-1`);
  await screenOf(page).settled();
  const disposition = facetOf(page, "挂断原因");
  await expect(disposition.box("正常结束")).toBeDisabled();
  await expect(disposition.group).not.toHaveAttribute("data-counts");
  await expect(disposition.box("正常结束")).toHaveAccessibleDescription("");
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

  await orders.selectOption("按变化");
  const changes = async () =>
    (await disposition.rows())
      .filter(({ isTickable }) => isTickable)
      .map(({ change }) => Math.abs(Number(change.replace("−", "-"))));
  await expect.poll(changes).toEqual(sizes.toSorted((a, b) => b - a));
  await page.getByRole("checkbox", { name: "与上周同期相比" }).uncheck();
  await expect(orders).toHaveValue("listed");
});

test("values can stand by their counts", async ({ page }) => {
  const disposition = facetOf(page, "挂断原因");
  await page.goto(ALL_CALLS);
  await disposition.counted();
  await page.getByRole("combobox", { name: "各项的顺序" }).selectOption("按数量");
  const counts = async () =>
    (await disposition.rows()).filter(({ isTickable }) => isTickable).map(({ count }) => count);
  await expect
    .poll(async () => (await counts()).join())
    .toBe((await counts()).toSorted((a, b) => b - a).join());
  // A tick moves nothing away from under the pointer.
  const before = await disposition.rows();
  await disposition.box("客户拒接").check();
  await panelCounted(page);
  expect(await disposition.rows()).toEqual(before);
});
