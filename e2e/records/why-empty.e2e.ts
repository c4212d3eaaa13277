import { DAY_MS, HOUR_MS } from "#contract/time/durations.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

test("an empty result counts what each criterion keeps away, and a click takes it away", async ({
  page,
}) => {
  const screen = screenOf(page);
  // Whoever gave up in the queue was not asked how satisfied they are.
  await page.goto("/?range=last7d&disposition=AbandonedInQueue&sat=1");
  const ways = page.getByRole("list", { name: "调整条件后的数量" });
  const without = (what: string) => ways.getByRole("button", { name: `去掉“${what}”` });
  await expect(ways.getByRole("button", { name: /去掉|改看/ })).toHaveCount(3);
  await expect(without("挂断原因：排队放弃")).toContainText(/[1-9]\d* 条/);
  await expect(ways.getByRole("button", { name: "改看近 30 天" })).toContainText("0 条");
  const counted = without("满意度按键：1");
  await expect(counted).toContainText(/[1-9][\d,]* 条/);
  const promised = Number(/([\d,]+) 条/.exec(await counted.innerText())?.[1]?.replace(",", ""));
  await counted.click();
  await expect(page).toHaveURL(/\?range=last7d&disposition=AbandonedInQueue$/);
  await screen.settled();
  expect(await screen.total()).toBe(promised);
  await page.goBack();
  await expect(counted).toBeVisible();
});

test("where no single criterion is to blame, it says so", async ({ page }) => {
  await page.goto("/?range=last7d&disposition=AbandonedInQueue&sat=1&agent=nobody@nowhere");
  await expect(page.getByText("只放宽其中任何一项，仍没有通话。")).toBeVisible();
  await page.getByRole("button", { name: "清除筛选条件" }).click();
  await screenOf(page).settled();
  expect(await screenOf(page).total()).toBeGreaterThan(0);
});

test("whom a criterion is about is said by name", async ({ page, request }) => {
  const reply = await request.get("/api/records?range=last7d&disposition=Success");
  const { records } = (await reply.json()) as {
    records: { agentIds?: string[]; agentNames?: string[] }[];
  };
  const call = records.find(({ agentNames }) => agentNames?.length === 1);
  const [id = "", name = ""] = [call?.agentIds?.[0], call?.agentNames?.[0]];
  await page.goto(`/?range=last7d&disposition=AbandonedInQueue&sat=1&agent=${id}`);
  const ways = page.getByRole("list", { name: "调整条件后的数量" });
  await expect(ways.getByRole("button", { name: `去掉“坐席：${name}”` })).toBeVisible();
});

test("a call that is looked for by its id has nothing else to take away", async ({ page }) => {
  await page.goto("/?contact=nobody&disposition=Success");
  await expect(page.getByText("没有这个 ID 的通话。")).toBeVisible();
  await expect(page.getByRole("list", { name: "调整条件后的数量" })).toHaveCount(0);
});

test("an empty range says where the nearest calls are, before it and after it", async ({
  page,
  request,
}) => {
  const search = "disposition=AbandonedInQueue";
  const reply = await request.get(`/api/records?range=last30d&${search}`);
  const { records } = (await reply.json()) as { records: { startTime: number }[] };
  const starts = records.map(({ startTime }) => startTime);
  const index = starts.findIndex((start, at) => start - (starts[at + 1] ?? start) > 2);
  const [after = 0, before = 0] = starts.slice(index);
  await page.goto(`/?from=${before + 1}&to=${after - 1}&${search}`);
  const ways = page.getByRole("list", { name: "调整条件后的数量" });
  const dayOf = (start: number) => new Date(start + 8 * HOUR_MS).toISOString().slice(0, 10);
  const later = ways.getByRole("button", { name: `之后最近的通话在 ${dayOf(after)} · 查看` });
  const earlier = ways.getByRole("button", { name: `之前最近的通话在 ${dayOf(before)} · 查看` });
  const onDayOf = (start: number) => starts.filter((one) => dayOf(one) === dayOf(start)).length;
  await expect(later).toContainText(`${onDayOf(after)} 条`);
  await expect(earlier).toContainText(`${onDayOf(before)} 条`);
  await earlier.click();
  const start = Date.parse(`${dayOf(before)}T00:00:00+08:00`);
  await expect(page).toHaveURL(`/?from=${start}&to=${start + DAY_MS - 1}&${search}`);
  await screenOf(page).settled();
  expect(await screenOf(page).total()).toBe(onDayOf(before));
});
