import { COUNTS_ROUTE } from "#contract/api/counts.ts";
import { DAY_MS } from "#contract/time/durations.ts";
import { expect, numberOf, test } from "./overview-calls.ts";
import { TEST_INSTANT } from "../clock/test-instant.ts";
import { screenOf } from "../kit/screen.ts";

const LANGUAGES = [
  {
    locale: "zh-CN",
    language: "中文",
    yesterday: "昨天",
    level: (seconds: number) => `服务水平 ${seconds} 秒内`,
    ofOffered: (count: number) => `共 ${count} 条转人工`,
    short: (count: number) => `短时放弃 ${count}`,
    panel: "服务水平的算法",
    seconds: "秒数",
    answered: "接通的来电",
    ofAnswered: (count: number) => `共 ${count} 条接通`,
  },
  {
    locale: "en-US",
    language: "EN",
    yesterday: "Yesterday",
    level: (seconds: number) => `Service level in ${seconds} s`,
    ofOffered: (count: number) => `of ${count} to agents`,
    short: (count: number) => `short abandons ${count}`,
    panel: "How the service level is taken",
    seconds: "Seconds",
    answered: "answered calls",
    ofAnswered: (count: number) => `of ${count} answered`,
  },
] as const;

const ZONE_MS = 8 * 3_600_000;
const TODAY = Math.floor((TEST_INSTANT + ZONE_MS) / DAY_MS) * DAY_MS - ZONE_MS;
const YESTERDAY = `StartTime >= ${TODAY - DAY_MS} AND StartTime < ${TODAY} AND ContactType = 'Inbound'`;
const ANSWERED = `${YESTERDAY} AND ContactDisposition = 'Success'`;

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)}%`;

for (const words of LANGUAGES)
  test(`service level yesterday, each figure with its calls, in ${words.locale}`, async ({
    page,
    calls,
  }) => {
    const count = (where: string) => numberOf(calls, "COUNT(*)", where);
    const offered = await count(
      `${YESTERDAY} AND ContactDisposition::VARCHAR IN ('Success', 'AbandonedInQueue',
        'AbandonedInRing', 'QueuingTimeout', 'QueuingOverflow', 'QueuingFailed')`,
    );
    const answered = await count(ANSWERED);
    const inTime = await count(`${ANSWERED} AND QueueTime <= 20`);
    const sooner = await count(`${ANSWERED} AND QueueTime <= 9`);
    const short = await count(
      `${YESTERDAY} AND ContactDisposition = 'AbandonedInQueue' AND QueueTime <= 5`,
    );
    // All of them differ, and none is nothing.
    expect(new Set([0, short, sooner, inTime, answered, offered]).size).toBe(6);

    const screen = screenOf(page, words.locale);
    const figure = (seconds: number) =>
      page.getByRole("button", {
        name: new RegExp(`^${words.level(seconds)} (?!分母|base|.*[,，:])`),
      });
    await page.goto("/");
    await page.getByRole("radiogroup").getByText(words.language, { exact: true }).click();
    await screen.chooseRange(words.yesterday);
    await expect(figure(20)).toHaveAccessibleName(
      `${words.level(20)} ${percent(inTime, offered)} ${words.ofOffered(offered)}`,
    );

    // The formula and its seconds are in the address, and so for whoever is given it.
    await page
      .locator("[aria-haspopup=dialog]")
      .filter({ hasText: words.level(20) })
      .click();
    const panel = page.getByRole("dialog", { name: words.panel });
    await panel.getByRole("textbox", { name: words.seconds }).fill("9");
    await panel.getByRole("radio", { name: words.answered, exact: true }).check();
    await expect(page).toHaveURL(/\?range=yesterday&level=9-answered$/);
    await page.keyboard.press("Escape");
    await expect(figure(9)).toHaveAccessibleName(
      `${words.level(9)} ${percent(sooner, answered)} ${words.ofAnswered(answered)}`,
    );
    await page.reload();
    await expect(figure(9)).toHaveText(percent(sooner, answered));

    // Each leads to its calls.
    await page.getByRole("button", { name: words.short(short), exact: true }).click();
    await expect(page).toHaveURL(/disposition=AbandonedInQueue&type=Inbound&queue=\.\.5&/);
    await expect.poll(() => screen.total()).toBe(short);
    await page.goBack();
    await figure(9).click();
    await expect(page).toHaveURL(/disposition=Success&type=Inbound&queue=\.\.9&level=9-answered&/);
    await expect.poll(() => screen.total()).toBe(sooner);
    // All of these were in time.
    await expect(figure(9)).toHaveText("100.0%");
  });

test("where it is not on the screen nothing of it is asked", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith(COUNTS_ROUTE)) asked.push(request.postData() ?? "");
  });
  const levels = () => asked.filter((body) => body.includes('"of":"level"'));
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/?range=yesterday");
  const summary = page.getByRole("region", { name: "概要" });
  await expect(summary).toHaveAttribute("data-counts", "known");
  expect(asked.join()).toContain('"of":"ranks"');
  expect(levels()).toEqual([]);
  await summary
    .getByRole("button", { name: /^服务水平 20 秒内 正在统计/ })
    .scrollIntoViewIfNeeded();
  await expect(summary).toContainText(/短时放弃 \d/);
  expect(levels()).toHaveLength(1);
});
