import type { Locator, Page } from "playwright/test";
import { seriousFindings } from "../kit/axe-findings.ts";
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

interface Watched {
  sound: HTMLMediaElement;
}

/** The player's element is not in the document: it is seen as it is put somewhere. */
const watchMoves = (page: Page) =>
  page.addInitScript(() => {
    const { prototype } = HTMLMediaElement;
    const place = Object.getOwnPropertyDescriptor(prototype, "currentTime") ?? {};
    Object.defineProperty(prototype, "currentTime", {
      ...place,
      set(this: HTMLMediaElement, seconds: number) {
        Object.assign(window, { sound: this });
        place.set?.call(this, seconds);
      },
    });
  });
const lastMove = (page: Page) =>
  page.evaluate(() => (window as unknown as Partial<Watched>).sound?.currentTime ?? -1);

/** Of what is drawn, 0 to 255, by its red; -1: nothing is. */
const waveBrightness = (page: Page) =>
  sliderOf(page).evaluate((slider) => {
    const canvas = [...slider.querySelectorAll("div")]
      .flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll("canvas") ?? [])])
      .at(0);
    const pixels = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
    const at = pixels?.findIndex((value, index) => index % 4 === 3 && value > 0) ?? -1;
    return at < 0 ? -1 : (pixels?.[at - 3] ?? -1);
  });

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

test("the place in the link is exact to a fifth of a second, there and back", async ({ page }) => {
  const [call] = await recorded(page);
  await watchMoves(page);
  await open(page, call?.contactId ?? "", "&t=41.5");
  await expect.poll(() => lastMove(page)).toBeCloseTo(41.5, 1);
  await recordingOf(page).getByRole("button", { name: "播放" }).click();
  await expect.poll(() => textOf(page)).toMatch(/^0:4[2-9]/);
  await recordingOf(page).getByRole("button", { name: "暂停" }).click();
  await expect(page).not.toHaveURL(/[?&]t=41\.5(&|$)/);
  const position = Number(new URL(page.url()).searchParams.get("t"));
  const at = await page.evaluate(() => (window as unknown as Watched).sound.currentTime);
  expect(Math.abs(position - at)).toBeLessThanOrEqual(0.2);
  await page.reload();
  await expect.poll(async () => Math.abs((await lastMove(page)) - at)).toBeLessThanOrEqual(0.2);
});

test("a link that is copied while it plays leads to where it is by then", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const [call] = await recorded(page);
  await watchMoves(page);
  await open(page, call?.contactId ?? "", "&t=20");
  await expect.poll(() => lastMove(page)).toBeCloseTo(20, 1);
  await recordingOf(page).getByRole("button", { name: "播放" }).click();
  await expect.poll(() => textOf(page)).toMatch(/^0:2[3-9]/);
  const before = await lastMove(page);
  await screenOf(page).drawer.getByRole("button", { name: "复制链接" }).click();
  const after = await lastMove(page);
  await expect(recordingOf(page).getByRole("button", { name: "暂停" })).toBeVisible();
  const copied = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  expect(copied.searchParams.get("record")).toBe(call?.contactId);
  const position = Number(copied.searchParams.get("t"));
  expect(position).toBeGreaterThan(before - 0.2);
  expect(position).toBeLessThan(after + 0.2);
});

/** Seconds of a call's recording at which something happens in it. */
async function eventsIn(
  page: Page,
  { contactId, establishedTime = 0, recordingDuration = 0 }: Call,
) {
  const reply = await page.request.get(`/api/records/${contactId}/events`);
  const sides: readonly { readonly events: readonly { readonly at: number }[] }[] = (
    await reply.json()
  ).sides;
  return sides
    .flatMap(({ events }) => events.map(({ at }) => (at - establishedTime) / 1000))
    .filter((second) => second > 0.6 && second < recordingDuration - 0.6)
    .toSorted((one, other) => one - other);
}

test("one event after the other is jumped to, each where the timeline has it", async ({ page }) => {
  let contactId = "";
  let events: readonly number[] = [];
  for (const call of (await recorded(page)).slice(0, 40)) {
    const inCall = await eventsIn(page, call);
    if (inCall.length <= events.length) continue;
    ({ contactId } = call);
    events = inCall;
  }
  expect(events.length).toBeGreaterThan(1);
  await watchMoves(page);
  await open(page, contactId);
  await expect(screenOf(page).drawer.getByText("按云服务的事件绘制")).toBeVisible();
  const button = recordingOf(page).getByRole("button", { name: "下一事件" });
  const seen: number[] = [];
  while (seen.length < events.length && (await button.isEnabled())) {
    const before = await lastMove(page);
    await button.click();
    await expect.poll(() => lastMove(page)).toBeGreaterThan(before);
    seen.push(await lastMove(page));
  }
  // It does nothing more, and keeps the focus, or the keys would be nobody's.
  await expect(button).toHaveAttribute("aria-disabled", "true");
  await expect(button).toBeFocused();
  // Those within half a second of each other are one.
  for (const second of seen)
    expect(Math.min(...events.map((one) => Math.abs(one - second)))).toBeLessThan(0.05);
  expect(seen.at(-1)).toBeGreaterThan((events.at(-1) ?? 0) - 0.6);
});

test("it stands on the timeline's axis, and follows it as that is zoomed", async ({ page }) => {
  const [call] = await recorded(page);
  await open(page, call?.contactId ?? "");
  const { drawer } = screenOf(page);
  const wave = sliderOf(page).locator("> div");
  const talk = drawer.locator('[data-phase="talk"]').first();
  const left = async (locator: Locator) => (await locator.boundingBox())?.x ?? 0;
  const slider = await sliderOf(page).boundingBox();
  const plot = await drawer.getByRole("group", { name: /^时间轴/ }).boundingBox();
  expect([slider?.x, slider?.width]).toEqual([plot?.x, plot?.width]);
  // Phases before it that are narrower than can be seen push it on by some pixels.
  expect(Math.abs((await left(wave)) - (await left(talk)))).toBeLessThanOrEqual(8);
  await sliderOf(page).click({ position: { x: (slider?.width ?? 0) - 2, y: 30 } });
  await expect(sliderOf(page)).not.toHaveAttribute("aria-valuetext", /^0:00/);
  const whole = await wave.boundingBox();
  for (let step = 0; step < 3; step += 1)
    await drawer.getByRole("button", { name: "放大" }).click();
  await expect.poll(async () => (await wave.boundingBox())?.width).toBe(slider?.width);
  await drawer.getByRole("button", { name: "显示全程" }).click();
  await expect.poll(async () => (await wave.boundingBox())?.width).toBe(whole?.width);
});

for (const [colorScheme, width] of [
  ["light", 1440],
  ["dark", 390],
] as const)
  test.describe(`with its player open, ${colorScheme}, ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 } });
    test("nothing is found by axe, and nothing is wider than the drawer, in English neither", async ({
      page,
    }) => {
      const [call] = await recorded(page);
      await open(page, call?.contactId ?? "", "&t=20");
      await expect(sliderOf(page)).toHaveAttribute("aria-valuetext", /^0:20/);
      await recordingOf(page).getByRole("button", { name: "循环起点" }).click();
      const expectClean = async ({ drawer } = screenOf(page)) => {
        expect(await seriousFindings(page)).toEqual([]);
        const body = drawer.getByRole("document");
        expect(await body.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
      };
      await expectClean();
      await page.evaluate(() => localStorage.setItem("callscope.language", "en-US"));
      await page.reload();
      const english = page.getByRole("region", { name: "Recording", exact: true });
      const slider = english.getByRole("slider", { name: "Position" });
      await expect(slider).toHaveAttribute("aria-valuetext", /^0:20 of /);
      await english.getByRole("button", { name: "Loop from here" }).click();
      await expectClean(screenOf(page, "en-US"));
    });
  });

test("another theme draws the wave in its own colour", async ({ page }) => {
  const [call] = await recorded(page);
  await page.emulateMedia({ colorScheme: "light" });
  await open(page, call?.contactId ?? "");
  await expect.poll(() => waveBrightness(page)).toBeLessThan(128);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => waveBrightness(page)).toBeGreaterThan(128);
});

test("the help names the keys of the player", async ({ page }) => {
  await page.goto("/?range=yesterday");
  await screenOf(page).settled();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "键盘快捷键" });
  await expect(help.getByRole("heading", { name: "在录音播放器里" })).toBeVisible();
  await expect(help.getByText("后退、前进 15 秒")).toBeVisible();
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
  const second = async () => Number(/^0:(\d\d)/.exec((await textOf(page)) ?? "")?.[1]);
  const often = { intervals: [100] };
  await expect.poll(second, often).toBeGreaterThanOrEqual(12);
  await recordingOf(page).getByRole("button", { name: "循环终点" }).click();
  await expect.poll(second, often).toBeLessThan(12);
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
  // What stands there stays while it is looked again, and the keys stay the drawer's.
  const again = recordingOf(page).getByRole("button", { name: "现在再看" });
  const asked = page.waitForResponse((reply) => reply.url().includes(coming?.contactId ?? "-"));
  await again.click();
  await asked;
  await expect(again).toBeFocused();
  await expectWords(call?.contactId, "已过保存期", "no-recording");
  await expectWords(call?.contactId, "录音存储拒绝了请求", "storage-refused");
  await expectWords(call?.contactId, "录音存储出错", "storage-broken");
});
