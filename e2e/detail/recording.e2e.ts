import type { Page } from "playwright/test";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

// Each state of a recording, and its player.

test.use({
  // Many of the latest calls, whose recordings are not there yet, and the instances that go wrong.
  serverEnv: { EMBEDDED_FAULTS: "true", SAMPLE_DAYS: "2" },
  // The browser's own lines about the answers that say why there is none.
  expectedErrors: /status of (404|502)/,
});

interface Call {
  readonly contactId: string;
  readonly recordingReady?: boolean;
  readonly recordingDuration?: number;
  readonly establishedTime?: number;
}

async function callsOf(page: Page, view: string): Promise<readonly Call[]> {
  const reply = await page.request.get(`/api/records?range=last7d&${view}`);
  return (await reply.json()).records;
}

/** Calls of a minute and more with a recording, the longest first. */
async function recorded(page: Page): Promise<readonly Call[]> {
  const calls = await callsOf(page, "sort=-talkTime&disposition=Success");
  return calls.filter(
    ({ recordingReady, recordingDuration = 0 }) => recordingReady && recordingDuration > 60,
  );
}

const recordingOf = (page: Page) =>
  screenOf(page).drawer.getByRole("region", { name: "录音", exact: true });
const sliderOf = (page: Page) => recordingOf(page).getByRole("slider", { name: "播放位置" });
const textOf = (page: Page) => sliderOf(page).getAttribute("aria-valuetext");

async function open(page: Page, contactId: string, more = "") {
  await page.goto(`/?range=last7d&record=${contactId}${more}`);
  await expect(recordingOf(page)).toBeVisible();
}

test("a recording plays, stops and says where it is, in the link as well", async ({ page }) => {
  const [call] = await recorded(page);
  await open(page, call?.contactId ?? "");
  await expect(sliderOf(page)).toHaveAttribute("aria-valuetext", /^0:00，共 \d+:\d\d/);
  await recordingOf(page).getByRole("button", { name: "播放" }).click();
  await expect.poll(() => textOf(page)).toMatch(/^0:0[1-9]/);
  await recordingOf(page).getByRole("button", { name: "暂停" }).click();
  await expect(page).toHaveURL(/[?&]t=\d+(\.\d)?(&|$)/);
});

test("keys play, move and change the speed, and those of the drawer stay the drawer's", async ({
  page,
}) => {
  const [call] = await recorded(page);
  await open(page, call?.contactId ?? "");
  await sliderOf(page).focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => textOf(page)).toMatch(/^0:05/);
  await page.keyboard.press("Shift+ArrowRight");
  await expect.poll(() => textOf(page)).toMatch(/^0:20/);
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => textOf(page)).toMatch(/^0:15/);
  await page.keyboard.press(".");
  await expect(recordingOf(page).getByRole("button", { name: "速度 1.25 倍" })).toBeVisible();
  await page.keyboard.press(",");
  await expect(recordingOf(page).getByRole("button", { name: "速度 1 倍" })).toBeVisible();
  await page.keyboard.press("Space");
  await expect(recordingOf(page).getByRole("button", { name: "暂停" })).toBeVisible();
  await page.keyboard.press("Space");
  await expect(recordingOf(page).getByRole("button", { name: "播放" })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`record=${call?.contactId}`));
});

test("a link to a second of a recording leads there, and it goes on from there", async ({
  page,
}) => {
  const [call] = await recorded(page);
  await open(page, call?.contactId ?? "", "&t=41.5");
  await expect(sliderOf(page)).toHaveAttribute("aria-valuetext", /^0:41，/);
  await recordingOf(page).getByRole("button", { name: "播放" }).click();
  await expect.poll(() => textOf(page)).toMatch(/^0:4[2-9]/);
});

test("it goes on while one scrolls the list, and ends with another call", async ({ page }) => {
  const [call] = await recorded(page);
  await open(page, call?.contactId ?? "");
  await recordingOf(page).getByRole("button", { name: "播放" }).click();
  await page.locator("#records").evaluate((element) => element.scrollBy(0, 900));
  const before = await textOf(page);
  await expect.poll(() => textOf(page)).not.toBe(before);
  await expect(recordingOf(page).getByRole("button", { name: "暂停" })).toBeVisible();
  await page.locator("#records").evaluate((element) => element.scrollTo(0, 0));
  await screenOf(page).cell(2, "startTime").click();
  await expect(recordingOf(page).getByRole("button", { name: "暂停" })).toHaveCount(0);
  await expect(page).not.toHaveURL(/[?&]t=/);
});

test("a stretch is heard over and over", async ({ page }) => {
  const [call] = await recorded(page);
  await open(page, call?.contactId ?? "", "&t=10");
  await expect(sliderOf(page)).toHaveAttribute("aria-valuetext", /^0:10/);
  await recordingOf(page).getByRole("button", { name: "循环起点" }).click();
  await recordingOf(page).getByRole("button", { name: "播放" }).click();
  await expect.poll(() => textOf(page)).toMatch(/^0:12/);
  await recordingOf(page).getByRole("button", { name: "循环终点" }).click();
  await expect.poll(() => textOf(page)).toMatch(/^0:1[01]/);
  await recordingOf(page).getByRole("button", { name: "取消循环" }).click();
  await expect(recordingOf(page).getByRole("button", { name: "循环起点" })).toBeVisible();
});

test("whoever may keep it saves a file without a number in its name", async ({ page }) => {
  const [call] = await recorded(page);
  await open(page, call?.contactId ?? "");
  const saving = page.waitForEvent("download");
  await recordingOf(page).getByRole("link", { name: "下载录音" }).click();
  expect((await saving).suggestedFilename()).toMatch(/^recording-\d{8}-\d{6}-.*\.wav$/);
});

test("why there is none is said, each reason in its own words", async ({ page }) => {
  const latest = await callsOf(page, "disposition=Success");
  const coming = latest.find(
    ({ recordingReady, establishedTime }) => !recordingReady && establishedTime,
  );
  const [missed] = await callsOf(page, "disposition=AbandonedInQueue");
  const [call] = await recorded(page);
  const expectWords = async (id: string | undefined, words: string, instance = "") => {
    await open(page, id ?? "", instance && `&instance=ccc-fault-${instance}`);
    await expect(recordingOf(page).getByRole("status")).toContainText(words);
    await expect(sliderOf(page)).toHaveCount(0);
  };
  await expectWords(missed?.contactId, "没有接通");
  await expectWords(coming?.contactId, "每分钟自动再看一次");
  await expect(recordingOf(page).getByRole("button", { name: "现在再看" })).toBeVisible();
  await expectWords(call?.contactId, "已过保存期", "no-recording");
  await expectWords(call?.contactId, "录音存储拒绝了请求", "storage-refused");
  await expectWords(call?.contactId, "录音存储出错", "storage-broken");
});
