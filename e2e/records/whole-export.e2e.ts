import { readFile } from "node:fs/promises";
import type { Page } from "playwright/test";
import { exportMessagesZhCn } from "#labels/export-messages-zh-cn.ts";
import { messagesZhCn } from "#labels/messages-zh-cn.ts";
import { csvCells } from "#sheet/sheet-reading.kit.ts";
import { startCutProxy } from "../kit/cut-proxy.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

const { choose } = messagesZhCn.export;
const words = exportMessagesZhCn;
const VIEW = "/?range=all&cols=startTime,contactType,talkTime";

test.use({ serverEnv: { SAMPLE_RECORDS: "27000", SAMPLE_SEED: "11" } });

async function opened(page: Page, address: string) {
  await page.goto(address);
  const screen = screenOf(page);
  await screen.settled();
  const panel = page.getByRole("region", { name: words.whole.panel });
  return {
    screen,
    panel,
    exports: panel.getByRole("listitem"),
    async begin(format: "CSV" | "XLSX") {
      await page.getByRole("button", { name: choose }).click();
      const name = words.whole.as.replace("{format}", format);
      await page.getByRole("menuitem", { name }).click();
    },
  };
}

/** The contact ids of a CSV, which are its last column; behind them stands what it says of itself. */
function idsOf(bytes: Buffer): string[] {
  return csvCells(bytes).flatMap((row) => row.at(-1)?.match(/^job-\d+$/)?.[0] ?? []);
}

test.describe("over a bad connection", () => {
  test.use({ expectedErrors: /ERR_/ });

  test("all calls that match are in the file, each once, over cut connections; it opens its view", async ({
    page,
    server,
  }) => {
    const proxy = await startCutProxy(server.url);
    try {
      const { screen, begin, exports } = await opened(page, proxy.url + VIEW);
      await expect.poll(() => screen.total()).toBeGreaterThan(25_000);
      const total = await screen.total();
      const downloading = page.waitForEvent("download");
      proxy.cut(2, 300_000);
      await begin("CSV");
      const file = await downloading;
      expect(proxy.cuts).toBe(2);
      const bytes = await readFile(await file.path());
      const ids = idsOf(bytes);
      expect(ids).toHaveLength(total);
      expect(new Set(ids).size).toBe(total);
      await expect(exports).toContainText(file.suggestedFilename());

      const other = await opened(page, `${proxy.url}/?range=yesterday&type=Outbound`);
      const choosing = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: choose }).click();
      await page.getByRole("menuitem", { name: words.opening.choose }).click();
      const saved = { name: file.suggestedFilename(), mimeType: "text/csv", buffer: bytes };
      await (await choosing).setFiles(saved);
      await expect(page.getByRole("columnheader")).toHaveCount(3);
      await other.screen.settled();
      await expect.poll(() => other.screen.total()).toBe(total);
    } finally {
      await proxy.close();
    }
  });
});

test("one works on while two are exported; cancelled, an export is gone and saves nothing", async ({
  page,
  server,
}) => {
  let saved = 0;
  page.on("download", () => (saved += 1));
  const { screen, begin, exports } = await opened(page, server.url + VIEW);
  await begin("CSV");
  await begin("XLSX");
  await expect(exports).toHaveCount(2);
  await screen.chooseRange(messagesZhCn.time.ranges.last7d);
  await screen.settled();
  await page.keyboard.press("Escape");
  await expect(exports).toHaveCount(2);
  await exports.getByRole("button", { name: words.whole.cancel }).first().press("Enter");
  await expect(exports).toHaveCount(1);
  // Who works by keys goes on with what is left.
  await page.keyboard.press("Enter");
  await expect(exports).toHaveCount(0);
  expect(saved).toBe(0);
});
