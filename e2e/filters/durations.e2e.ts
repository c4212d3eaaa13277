import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

const LANGUAGES = [
  {
    locale: "zh-CN",
    language: "中文",
    last7d: "近 7 天",
    durations: "时长（排队、通话等）",
    queue: "排队时长",
    typed: "超过 60 秒",
    said: "61 秒及以上",
    start: "开始时间",
    talk: "通话时长",
    many: /只能按“通话时长”排序/,
  },
  {
    locale: "en-US",
    language: "EN",
    last7d: "Last 7 days",
    durations: "Durations (queue, talk…)",
    queue: "Queue time",
    typed: "over 60 s",
    said: "61 s or more",
    start: "Start time",
    talk: "Talk time",
    many: /can only be sorted by Talk/,
  },
] as const;

for (const words of LANGUAGES)
  test(`queue waits over 60 s in the last week, in ${words.locale}`, async ({ page }) => {
    const screen = screenOf(page, words.locale);
    await page.goto("/?range=yesterday");
    await page.getByRole("radiogroup").getByText(words.language, { exact: true }).click();
    await screen.chooseRange(words.last7d);
    await page.locator("summary").filter({ hasText: words.durations }).click();
    const queue = page.getByRole("textbox", { name: words.queue });
    await queue.fill(words.typed);
    await queue.press("Enter");

    await expect(page).toHaveURL(/\?range=last7d&queue=61\.\.&sort=-queueTime$/);
    await expect(screen.pills).toContainText(words.said);
    await expect(queue).toHaveValue(words.said);
    await screen.settled();
    const reply = await page.request.get("/api/records?range=last7d&sort=-queueTime&size=100");
    const { records } = (await reply.json()) as { records: { queueTime?: number }[] };
    const expected = records.filter(({ queueTime = 0 }) => queueTime > 60).length;
    expect(expected).toBeGreaterThan(3);
    await expect.poll(() => screen.total()).toBeGreaterThanOrEqual(expected);

    // Few enough to be read: any order.
    const longest = await screen.column(words.start);
    await screen.grid.getByRole("columnheader", { name: words.start }).click();
    await expect(page).toHaveURL(/queue=61\.\.$/);
    await screen.settled();
    await expect.poll(() => screen.column(words.start)).not.toEqual(longest);
    const starts = await screen.column(words.start);
    expect(starts).toEqual(starts.toSorted().toReversed());

    // Too many for that: the order is the duration's, and it says so.
    await page.goto("/?range=last30d&talk=1..");
    await expect(page).toHaveURL(/talk=1\.\.&sort=-talkTime$/);
    await expect(page.getByText(words.many)).toBeVisible();
  });
