import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright/test";
import { eventsReplySchema } from "#contract/api/events.ts";
import { recordsReplySchema } from "#contract/api/records.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { importFiles } from "#embedded/import/import-files.ts";
import { TEST_INSTANT } from "../clock/test-instant.ts";
import { seriousFindings } from "../kit/axe-findings.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, faultsTest as test } from "../kit/server-fixture.ts";
import { startServer, type RunningServer } from "../kit/start-server.ts";

const timelineOf = (page: Page) => page.getByRole("region", { name: "时间线" });
const axisOf = (page: Page) => timelineOf(page).getByRole("group", { name: /^时间轴/ });
const listOf = (page: Page) => timelineOf(page).getByRole("table");
const openList = (page: Page) =>
  timelineOf(page)
    .getByText(/^事件列表/)
    .click();
const EXACT = /按云服务的事件绘制/;

const ANSWERED = "range=last7d&type=Inbound&disposition=Success";

/** A call of the sample that was held. */
const heldCall = (page: Page) => findCall(page, ({ heldTime = 0 }) => heldTime > 0);
/** One that was not, by one agent. */
const plainCall = (page: Page) =>
  findCall(page, ({ heldTime = 0, agentIds = [] }) => heldTime === 0 && agentIds.length === 1);

/** The id of an answered call that waited in the queue. */
async function findCall(page: Page, isMeant: (call: CallRecord) => boolean): Promise<string> {
  const path = `/api/records?instance=ccc-sample&${ANSWERED}&size=100`;
  const reply = recordsReplySchema.parse(await (await page.request.get(path)).json());
  const found = reply.records.find((call) => (call.queueTime ?? 0) > 0 && isMeant(call));
  return found?.contactId ?? "";
}

/** The texts of the list, a line each. */
const lines = (page: Page) =>
  listOf(page)
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.innerText)),
    );

test("every event that the upstream tells is in the list, with its time, whose it is and how long it went on", async ({
  page,
}) => {
  const contactId = await heldCall(page);
  const path = `/api/records/${contactId}/events?instance=ccc-sample`;
  const { sides } = eventsReplySchema.parse(await (await page.request.get(path)).json());
  await page.goto(`/?instance=ccc-sample&${ANSWERED}&record=${contactId}`);
  await expect(timelineOf(page)).toContainText(EXACT);
  await openList(page);
  const told = sides.flatMap(({ side, name, events }) =>
    events.map((event) => ({ side, whose: name ?? "", ...event })),
  );
  const listed = await lines(page);
  // Beside the record's own three instants.
  expect(listed).toHaveLength(told.length + 3);
  const clock = (at: number) =>
    new Date(at).toLocaleTimeString("en-GB", { timeZone: "Asia/Shanghai" });
  for (const { side, whose, at } of told) {
    const found = listed.filter(([time]) => time?.endsWith(clock(at)));
    const who = { customer: "客户", ivr: "IVR", queue: `排队 ${whose}`, agent: whose }[side];
    expect(found.map((cells) => cells[3])).toContain(who);
  }
  const held = told.find((event) => event.name === "Held");
  const lane = timelineOf(page)
    .getByRole("listitem")
    .filter({ hasText: held?.whose ?? "" })
    .last();
  const minutes = Math.floor((held?.seconds ?? 0) / 60);
  const length = `${minutes}:${String((held?.seconds ?? 0) % 60).padStart(2, "0")}`;
  await expect(lane).toContainText(`保持 ${length}`);
  expect(listed.find(([, , what]) => what === "保持")).toContain(length);
});

test.describe("where the events are refused", () => {
  test.use({ expectedErrors: /403/ });
  test("the record's durations are drawn, and it is said so; the record is there all the same", async ({
    page,
  }) => {
    await page.goto(`/?instance=ccc-fault-no-events&${ANSWERED}&sort=-queueTime`);
    const screen = screenOf(page);
    await screen.settled();
    await screen.rows.first().click();
    await expect(timelineOf(page)).toContainText("云服务账号没有读取事件的权限");
    await expect(screen.drawer).toContainText("呼入");
    const lanes = timelineOf(page).getByRole("listitem");
    for (const name of [/^客户/, /^排队/])
      await expect(lanes.filter({ hasText: name })).toHaveCount(1);
    // Nothing to retry: the account's rights stay what they are.
    await expect(timelineOf(page).getByRole("button", { name: "重试" })).toHaveCount(0);
  });
});

test.describe("events against durations", () => {
  test.use({ expectedErrors: /403/ });
  test("a call is drawn alike from both, but for what only events tell", async ({ page }) => {
    const contactId = await plainCall(page);
    const drawnIn = async (instance: string, source: RegExp) => {
      await page.goto(`/?instance=${instance}&${ANSWERED}&record=${contactId}`);
      await expect(timelineOf(page)).toContainText(source);
      return timelineOf(page)
        .locator("[data-phase]")
        .evaluateAll((segments) =>
          segments.map((segment) => {
            const { left, width } = segment.getBoundingClientRect();
            return `${segment.getAttribute("data-phase")} ${Math.round(left)} ${Math.round(width)}`;
          }),
        );
    };
    const ofEvents = await drawnIn("ccc-sample", EXACT);
    expect(ofEvents.length).toBeGreaterThanOrEqual(4);
    expect(await drawnIn("ccc-fault-no-events", /没有读取事件的权限/)).toEqual(ofEvents);
  });
});

test("keys zoom and move the axis and nothing else", async ({ page }) => {
  await page.goto(`/?instance=ccc-sample&${ANSWERED}&record=${await heldCall(page)}`);
  await expect(timelineOf(page)).toContainText(EXACT);
  const axis = axisOf(page);
  const name = () => axis.getAttribute("aria-label");
  const whole = await name();
  const url = page.url();
  await axis.focus();
  await page.keyboard.press("+");
  await expect.poll(name).not.toBe(whole);
  const near = await name();
  await page.keyboard.press("ArrowRight");
  await expect.poll(name).not.toBe(near);
  await page.keyboard.press("ArrowLeft");
  await expect.poll(name).toBe(near);
  await page.keyboard.press("-");
  await expect.poll(name).toBe(whole);
  await page.keyboard.press("=");
  await page.keyboard.press("=");
  await page.keyboard.press("0");
  await expect.poll(name).toBe(whole);
  // A minus elsewhere widens the time range.
  expect(page.url()).toBe(url);
  await timelineOf(page).getByRole("button", { name: "放大" }).click();
  await expect.poll(name).not.toBe(whole);
  await timelineOf(page).getByRole("button", { name: "显示全程" }).click();
  await expect.poll(name).toBe(whole);
});

test("from the axis one goes on to the next call, and keys are heard there too", async ({
  page,
}) => {
  const screen = screenOf(page);
  await page.goto(`/?instance=ccc-sample&${ANSWERED}`);
  await screen.settled();
  await screen.rows.first().click();
  await expect(timelineOf(page)).toContainText(EXACT);
  await axisOf(page).focus();
  for (const row of [1, 2]) {
    await page.keyboard.press("j");
    await expect(screen.row(row)).toHaveAttribute("aria-selected", "true");
  }
});

test("wheel and drag zoom and move it: what one points at stays", async ({ page }) => {
  await page.goto(`/?instance=ccc-sample&${ANSWERED}&record=${await heldCall(page)}`);
  await expect(timelineOf(page)).toContainText(EXACT);
  const axis = axisOf(page);
  const name = () => axis.getAttribute("aria-label");
  const whole = await name();
  const box = await axis.boundingBox();
  const [left, y, width] = [box?.x ?? 0, (box?.y ?? 0) + 40, box?.width ?? 0];
  await page.mouse.move(left, y);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -300);
  await page.keyboard.up("Control");
  await expect.poll(name).not.toBe(whole);
  // The start is pointed at.
  const [start = ""] = (whole ?? "").split(" 至 ");
  expect(await name()).toContain(start);
  const near = await name();
  await page.mouse.move(left + width - 20, y);
  await page.mouse.down();
  await page.mouse.move(left + width / 2, y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(name).not.toBe(near);
  expect(await name()).not.toContain(start);
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, viewport: { width: 1024, height: 768 } });
  test("two fingers zoom, one moves along, and up and down scrolls as ever", async ({ page }) => {
    await page.goto(`/?instance=ccc-sample&${ANSWERED}&record=${await heldCall(page)}`);
    await expect(timelineOf(page)).toContainText(EXACT);
    const axis = axisOf(page);
    const name = () => axis.getAttribute("aria-label");
    const whole = await name();
    const box = await axis.boundingBox();
    const [left, y, width] = [box?.x ?? 0, (box?.y ?? 0) + 60, box?.width ?? 0];
    const session = await page.context().newCDPSession(page);
    /** Fingers by their places, in steps; px. */
    async function drag(...steps: (readonly (readonly [x: number, y: number])[])[]) {
      for (const [index, fingers] of steps.entries())
        await session.send("Input.dispatchTouchEvent", {
          type: index === 0 ? "touchStart" : "touchMove",
          touchPoints: fingers.map(([x, at], id) => ({ x, y: at, id })),
        });
      await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    }
    const middle = left + width / 2;
    const apart = (gap: number) => [[middle - gap, y] as const, [middle + gap, y] as const];
    await drag(apart(30), apart(45), apart(60), apart(90));
    await expect.poll(name).not.toBe(whole);
    const near = await name();
    await drag([[middle, y]], [[middle - 40, y]], [[middle - 80, y]], [[middle - 120, y]]);
    await expect.poll(name).not.toBe(near);
    const moved = await name();
    const body = screenOf(page).drawer.getByRole("document");
    await drag([[middle, y]], [[middle, y - 30]], [[middle, y - 60]], [[middle, y - 120]]);
    await expect.poll(() => body.evaluate((element) => element.scrollTop)).toBeGreaterThan(20);
    expect(await name()).toBe(moved);
  });
});

test("the list is copied as a spreadsheet takes it", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`/?instance=ccc-sample&${ANSWERED}&record=${await heldCall(page)}`);
  await expect(timelineOf(page)).toContainText(EXACT);
  await openList(page);
  await timelineOf(page).getByRole("button", { name: "复制列表" }).click();
  await expect(page.getByText("已复制")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const rows = copied.split(/\r?\n/).map((row) => row.split("\t"));
  expect(rows[0]).toEqual(["时刻", "起算", "事件", "谁", "时长"]);
  expect(rows).toHaveLength((await lines(page)).length + 1);
  expect(rows.every((row) => row.length === 5)).toBe(true);
  expect(rows[1]?.[0]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
});

test("nothing of it is loaded before a call is opened", async ({ freshPage: page }) => {
  const KEYS = "+ - 0 ArrowLeft ArrowRight";
  const withKeys = () =>
    page.evaluate(async (keys) => {
      const names = performance.getEntriesByType("resource").map(({ name }) => name);
      // What comes late is fetched as data before it is imported.
      const scripts = [...new Set(names.filter((name) => name.endsWith(".js")))];
      const texts = await Promise.all(scripts.map(async (name) => (await fetch(name)).text()));
      return texts.filter((text) => text.includes(keys)).length;
    }, KEYS);
  await page.goto(`/?${ANSWERED}`);
  await screenOf(page).settled();
  expect(await withKeys()).toBe(0);
  await screenOf(page).rows.first().click();
  await expect(timelineOf(page)).toContainText(EXACT);
  expect(await withKeys()).toBe(1);
});

test("it speaks English", async ({ page }) => {
  await page.goto(`/?instance=ccc-sample&${ANSWERED}&record=${await heldCall(page)}`);
  await expect(timelineOf(page)).toContainText(EXACT);
  await page.getByText("EN", { exact: true }).click();
  const head = screenOf(page, "en-US").drawer.getByRole("region", { name: "Summary" });
  await expect(head).toContainText(/ended by the (agent|customer)/);
  const timeline = page.getByRole("region", { name: "Timeline" });
  await expect(timeline).toContainText("Drawn from the cloud service’s events");
  await timeline.getByText(/^List of events/).click();
  await expect(timeline.getByRole("cell", { name: "Hung up" }).first()).toBeVisible();
  // Names of groups and agents stay Chinese.
  await expect(timeline).not.toContainText(/通话|接通|排队|振铃|响铃|保持|挂断/);
});

test.describe("calls of a file", () => {
  const START = TEST_INSTANT - 86_400_000;
  const call = (id: string, fields: object) => ({
    ContactId: id,
    InstanceId: "file-centre",
    ContactType: "Inbound",
    ContactDisposition: "Success",
    StartTime: START,
    AgentIds: "ann@file-centre",
    AgentNames: "Ann",
    // What is not said of it is asked for.
    RecordingReady: false,
    ...fields,
  });
  /** A talk after a wait of three seconds at the most. */
  const lasting = (seconds: number) => {
    const wait = seconds > 10 ? 1 : 0;
    return call(`lasts-${seconds}`, {
      IvrTime: wait,
      QueueTime: wait,
      RingTime: 1,
      TalkTime: seconds - 2 * wait - 1,
      EstablishedTime: START + (2 * wait + 1) * 1000,
      ReleaseTime: START + seconds * 1000,
      CallDuration: seconds,
    });
  };
  const LENGTHS = [3, 61, 3_600, 36_000];
  const CALLS = [
    ...LENGTHS.map(lasting),
    call("backward", { EstablishedTime: START + 20_000, ReleaseTime: START + 5_000, TalkTime: 30 }),
    // As in the provider's own example.
    call("three-days", {
      StartTime: START - 172_801_000,
      EstablishedTime: START - 172_801_000,
      ReleaseTime: START + 86_398_000,
      CallDuration: 30,
      IvrTime: 8,
      RingTime: 5,
    }),
    // It cannot have been so long: what the service makes of it as events is shorter.
    call("too-much", {
      RingTime: 18,
      TalkTime: 600,
      EstablishedTime: START + 18_000,
      ReleaseTime: START + 78_000,
      CallDuration: 78,
    }),
    call("unended", { IvrTime: 5, RingTime: 4, StartTime: TEST_INSTANT - 60_000 }),
  ];
  let folder: string;
  let server: RunningServer;
  test.beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "callscope-timeline-"));
    const [file, database] = [join(folder, "calls.jsonl"), join(folder, "calls.duckdb")];
    await writeFile(file, CALLS.map((one) => JSON.stringify(one)).join("\n"));
    await importFiles([file], database);
    server = await startServer({ EMBEDDED_DATABASE: database });
  });
  test.afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });
  // A page that is open looks for its server, and is heard to find none.
  test.afterEach(({ page }) => page.goto("about:blank").then(() => undefined));

  const open = (page: Page, contactId: string) =>
    page.goto(`${server.url}/?range=last30d&record=${contactId}`);

  interface Drawn {
    readonly phase: string | null;
    readonly left: number;
    readonly right: number;
  }
  /** The segments of a lane, px from its left end, and how wide it is. */
  const drawn = (lane: Locator): Promise<{ width: number; segments: Drawn[] }> =>
    lane.evaluate((element) => {
      const track = element.querySelector("[data-phase]")?.parentElement ?? element;
      const { left, width } = track.getBoundingClientRect();
      const segments = [...element.querySelectorAll("[data-phase]")].map((segment) => {
        const box = segment.getBoundingClientRect();
        const phase = segment.getAttribute("data-phase");
        return { phase, left: box.left - left, right: box.right - left };
      });
      return { width, segments };
    });

  for (const seconds of LENGTHS)
    test(`a call of ${seconds} s is drawn to its release, to the pixel, wide and on a phone`, async ({
      page,
    }) => {
      await open(page, `lasts-${seconds}`);
      await expect(timelineOf(page)).toContainText(EXACT);
      for (const viewport of [
        { width: 1440, height: 900 },
        { width: 390, height: 844 },
      ]) {
        await page.setViewportSize(viewport);
        await expect(timelineOf(page)).toContainText(EXACT);
        await expect(async () => {
          const lanes = timelineOf(page).getByRole("listitem");
          await expect(lanes.filter({ hasText: /^Ann/ })).toHaveCount(1);
          const all = await Promise.all((await lanes.all()).map(drawn));
          const segments = all.flatMap((lane) => lane.segments);
          expect(segments.length).toBeGreaterThanOrEqual(3);
          for (const { left, right } of segments) expect(right - left).toBeGreaterThanOrEqual(2);
          const { width, segments: ann } = await drawn(lanes.filter({ hasText: /^Ann/ }));
          expect(width).toBeLessThan(viewport.width);
          const [ring, talk] = ann;
          expect(talk?.phase).toBe("talk");
          expect(Math.abs((talk?.right ?? 0) - width)).toBeLessThanOrEqual(1);
          const wait = seconds > 10 ? 2 : 0;
          const x = (after: number) => (after / seconds) * width;
          expect(Math.abs((ring?.left ?? 0) - x(wait))).toBeLessThanOrEqual(1);
          // What is too short to be seen takes two pixels of what follows it.
          expect(talk?.left).toBeGreaterThanOrEqual(x(wait + 1) - 1);
          expect(talk?.left).toBeLessThanOrEqual(Math.max(x(wait + 1), x(wait) + 2) + 1);
        }, `at ${viewport.width} px`).toPass({ timeout: 10_000 });
      }
    });

  test("times that contradict each other are drawn as they are, and it is said why", async ({
    page,
  }) => {
    await open(page, "backward");
    await expect(timelineOf(page)).toContainText(
      "时间互相矛盾，照原样绘制：开始、接通、结束的先后有误",
    );
    await openList(page);
    const listed = await lines(page);
    expect(listed.map(([, offset, what]) => `${offset} ${what}`)).toEqual(
      expect.arrayContaining(["+0:00 通话开始", "+0:05 通话结束", "+0:20 通话接通"]),
    );
    await open(page, "three-days");
    await expect(timelineOf(page)).toContainText("总时长与开始、接通、结束时间不符");
    await expect(timelineOf(page).getByText("全程 71:59:59")).toBeVisible();
  });

  test("what the record says otherwise than exact events is told of, in the list and its copy as well, in both languages", async ({
    page,
    context,
  }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await open(page, "too-much");
    await expect(timelineOf(page)).toContainText(EXACT);
    const ofTalk = "通话：记录为 10:00，事件为 1:00";
    await expect(timelineOf(page).getByText(/^时间互相矛盾/)).toContainText(ofTalk);
    // Drawn as the events tell it.
    const ann = timelineOf(page).getByRole("listitem").filter({ hasText: /^Ann/ });
    await expect(ann).toContainText("通话 1:00");
    await openList(page);
    await expect(listOf(page).getByRole("rowheader", { name: "时间互相矛盾" })).toBeVisible();
    await expect(listOf(page).getByRole("cell", { name: ofTalk })).toBeVisible();
    await timelineOf(page).getByRole("button", { name: "复制列表" }).click();
    await expect(page.getByText("已复制")).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split(/\r?\n/)).toContain(`时间互相矛盾\t\t${ofTalk}\t\t`);
    await page.getByText("EN", { exact: true }).click();
    const english = page.getByRole("region", { name: "Timeline" });
    const inEnglish = "Talk: 10:00 in the record, 1:00 by the events";
    await expect(english.getByText(/^Inconsistent times, drawn as they are/)).toContainText(
      inEnglish,
    );
    await expect(english.getByRole("cell", { name: inEnglish })).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
  });

  test("an end that nobody tells is said to be so", async ({ page }) => {
    await open(page, "unended");
    await expect(timelineOf(page)).toContainText("没有结束时间，可能仍在通话中");
  });
});
