import type { Page } from "playwright/test";
import { createArrayStore } from "#upstream/store/array-store.kit.ts";
import type { TestRecord } from "#upstream/store/test-store.kit.ts";
import { startUpstreamServer } from "#upstream/upstream-server.ts";
import { TEST_INSTANT } from "../clock/test-instant.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test as base } from "../kit/server-fixture.ts";
import { startServer } from "../kit/start-server.ts";

const KEY = { accessKeyId: "LTAIe2etestkey", accessKeySecret: "e2e-secret" };
const INSTANCE = "ccc-test";
const MINUTE = 60_000;
const TALK_SECONDS = 90;
const ENDED_AT = TEST_INSTANT - MINUTE;

/** A call that ended a minute ago, of whose recording the record says no more than this. */
const callOf = (contactId: string, recordingReady: boolean | undefined): TestRecord => ({
  contactId,
  instanceId: INSTANCE,
  contactType: "Inbound",
  contactDisposition: "Success",
  startTime: ENDED_AT - TALK_SECONDS * 1000,
  establishedTime: ENDED_AT - TALK_SECONDS * 1000,
  releaseTime: ENDED_AT,
  talkTime: TALK_SECONDS,
  recordingReady,
});

/** The calls that the provider has, which the test may change as time changes them. */
const test = base.extend<object, { calls: TestRecord[] }>({
  calls: [
    async ({}, use) => {
      await use([callOf("says-no", false), callOf("says-nothing", undefined)]);
    },
    { scope: "worker" },
  ],
  server: [
    async ({ calls }, use) => {
      const aheadMs = TEST_INSTANT - Date.now();
      const store = await createArrayStore(calls, [INSTANCE]);
      const upstream = await startUpstreamServer({
        store,
        accessKeys: [KEY],
        timeZone: "Asia/Shanghai",
        now: () => Date.now() + aheadMs,
      });
      const server = await startServer({
        ALIBABA_CLOUD_ACCESS_KEY_ID: KEY.accessKeyId,
        ALIBABA_CLOUD_ACCESS_KEY_SECRET: KEY.accessKeySecret,
        CCC_ENDPOINT: upstream.url,
      });
      await use(server);
      expect(await server.stop(), server.output()).toBe(0);
      await upstream.close();
    },
    { scope: "worker" },
  ],
});

// The browser's own line about a recording that is not there.
test.use({ expectedErrors: /status of 404/, movesTime: true });

const recordingOf = (page: Page) =>
  screenOf(page).drawer.getByRole("region", { name: "录音", exact: true });
const sliderOf = (page: Page) => recordingOf(page).getByRole("slider", { name: "播放位置" });

// One is looked for in the record and the other in the storage.
for (const [index, contactId] of ["says-no", "says-nothing"].entries())
  test(`a recording that is not ready is looked for each minute by itself, and plays once it is: ${contactId}`, async ({
    page,
    server,
    calls,
  }) => {
    const asked: string[] = [];
    page.on("request", (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith("/api/") && pathname.includes(contactId)) asked.push(pathname);
    });
    await page.clock.install({ time: server.now() });
    await page.goto(`/?range=last7d&record=${contactId}`);
    const state = recordingOf(page).getByRole("status");
    await expect(state).toContainText("每分钟自动再看一次");
    await expect(recordingOf(page).getByRole("button", { name: "现在再看" })).toBeVisible();

    // What was asked before this would be seen before it.
    await page.evaluate(() => fetch("/healthz"));
    const before = asked.length;
    const [looked] = await Promise.all([
      page.waitForResponse((reply) => reply.url().includes(contactId)),
      page.clock.fastForward(MINUTE),
    ]);
    await looked.finished();
    await expect(state).toContainText("每分钟自动再看一次");
    expect(asked.slice(before)).toEqual([new URL(looked.url()).pathname]);

    calls[index] = { ...callOf(contactId, true), recordingDuration: TALK_SECONDS };
    await page.clock.fastForward(MINUTE);
    await expect(sliderOf(page)).toHaveAttribute("aria-valuetext", "0:00，共 1:30");
    await recordingOf(page).getByRole("button", { name: "播放" }).click();
    await expect(sliderOf(page)).toHaveAttribute("aria-valuetext", /^0:0[1-9]/);
  });
