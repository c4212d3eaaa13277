import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { auditEventSchema } from "#bff/access/audit/audit-event.ts";
import { HOUR_MS, MINUTE_MS } from "#contract/time/durations.ts";
import { ABOUT_WORDS } from "#labels/about-words.ts";
import { formatSeconds } from "#labels/formats.ts";
import { messagesEnUs } from "#labels/messages-en-us.ts";
import { messagesZhCn } from "#labels/messages-zh-cn.ts";
import { CHANGED_TEXTS, csvTable, readWorkbook } from "#sheet/sheet-reading.kit.ts";
import { createCallDatabase } from "../kit/call-database.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, OFFLINE_ERRORS, test as base } from "../kit/server-fixture.ts";
import { startServer } from "../kit/start-server.ts";

// The hour from one to two of 2026-11-01 comes twice: clocks are put back from UTC-04:00 to UTC-05:00.
const PUT_BACK = Date.parse("2026-11-01T01:00:00-05:00");
const RANGE = `from=${PUT_BACK - 3 * HOUR_MS}&to=${PUT_BACK + 6 * HOUR_MS}`;
const FIRST_ID = 12_515_239_414_412_345_601n;

const TEXTS = [...CHANGED_TEXTS, 'a"b"', "=HYPERLINK(1)"];
const calls = TEXTS.map((text, index) => ({
  InstanceId: "ccc-sample",
  ContactId: String(FIRST_ID + BigInt(index)),
  ContactType: "Inbound",
  ContactDisposition: "Success",
  StartTime: PUT_BACK + (index - 4) * 29 * MINUTE_MS + 7000,
  CallingNumber: text,
  AgentNames: index % 2 === 0 ? "张三,李四" : "007",
  TalkTime: index * 701,
  SatisfactionSurveyOffered: index % 3 > 0,
  ...(index % 3 === 2 && { SatisfactionIndex: 5, SatisfactionDescription: text }),
}));

const COLUMNS = [
  "callingNumber",
  "startTime",
  "talkTime",
  "agentNames",
  "contactDisposition",
  "satisfactionIndex",
  "satisfactionDescription",
] as const;
const VIEW = `/?${RANGE}&cols=${COLUMNS.join()}`;

const folder = mkdtempSync(join(tmpdir(), "callscope-export-"));
const AUDIT_FILE = join(folder, "audit.jsonl");

const test = base.extend({
  server: [
    async ({}, use) => {
      const database = await createCallDatabase({ lines: 50, seed: 5 }, calls);
      const server = await startServer({
        EMBEDDED_DATABASE: database.file,
        TIME_ZONE: "America/New_York",
        AUDIT_FILE,
      });
      await use(server);
      expect(await server.stop(), server.output()).toBe(0);
      await database.remove();
      rmSync(folder, { recursive: true });
    },
    { scope: "worker" },
  ],
});
test.beforeEach(({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

const LANGUAGES = {
  "zh-CN": { messages: messagesZhCn, language: "中文" },
  "en-US": { messages: messagesEnUs, language: "EN" },
} as const;

async function openedIn(page: Page, locale: keyof typeof LANGUAGES, address = VIEW) {
  const { messages, language } = LANGUAGES[locale];
  await page.goto(address);
  await page.getByRole("radiogroup").getByText(language, { exact: true }).click();
  const screen = screenOf(page, locale);
  await screen.settled();
  const words = messages.export;
  return {
    screen,
    messages,
    button: page.getByRole("button", { name: words.button }),
    choose: async (format: keyof typeof words.formats) => {
      await page.getByRole("button", { name: words.choose }).click();
      await page.getByRole("menuitem", { name: words.formats[format] }).click();
    },
  };
}

/** What is on the screen, row by row, and nothing where it shows a dash. */
async function shownCells(page: Page, locale: keyof typeof LANGUAGES): Promise<string[][]> {
  const screen = screenOf(page, locale);
  const rows: string[][] = [];
  for (let row = 0; row < calls.length; row += 1) {
    const texts = COLUMNS.map((column) => screen.cell(row, column).innerText());
    rows.push((await Promise.all(texts)).map((text) => (text === "–" ? "" : text)));
  }
  // Between the names of a transfer chain stands a thinner arrow than in the file. The year is there in other years.
  return rows.map((row) => row.map((text) => text.replaceAll(" › ", " → ").replace(/^2026-/, "")));
}

async function download(page: Page, act: () => Promise<void>) {
  const downloading = page.waitForEvent("download");
  await act();
  const file = await downloading;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** A sheet's date as its cell shows it, in the short form of the screen. */
function shortInstant(value: Date, format: string): string {
  const [offset = ""] = / UTC-\d\d:\d\d/.exec(format) ?? [];
  return value.toISOString().slice("2026-".length, -".000Z".length).replace("T", " ") + offset;
}

for (const locale of ["zh-CN", "en-US"] as const) {
  test(`a CSV holds what is on the screen, cell by cell, in ${locale}`, async ({ page }) => {
    const { choose, messages } = await openedIn(page, locale);
    const { bytes } = await download(page, () => choose("csv"));
    const { headings: head, rows, about } = csvTable(bytes);
    const labels = COLUMNS.map((column) => messages.fields[column]);
    expect(head.map((text) => text.replace(/ \(.*\)$/, ""))).toEqual([
      ...labels,
      messages.fields.contactId,
    ]);
    expect(head[1]).toContain("America/New_York");
    const shown = rows.map((row) => [
      row[0],
      row[1]?.slice("2026-".length),
      row[2] === "" ? "" : formatSeconds(Number(row[2])),
      ...row.slice(3, -1),
    ]);
    expect(shown).toEqual(await shownCells(page, locale));
    expect(rows.map((row) => row.at(-1))).toEqual(
      calls.toReversed().map(({ ContactId }) => ContactId),
    );
    // What it is stands behind the rows, and opens the view again.
    const [link = ""] = [...about.keys()].slice(-1);
    expect(link).toMatch(
      new RegExp(`^# callscope-view: \\?v=\\d&.*${RANGE}&cols=${COLUMNS.join()}$`),
    );
    expect([...about.values()].join("\n")).toContain("America/New_York");
  });

  test(`an XLSX holds what is on the screen, cell by cell, in ${locale}`, async ({ page }) => {
    const { button, messages } = await openedIn(page, locale);
    const { bytes } = await download(page, () => button.click());
    const { worksheets } = await readWorkbook(bytes);
    expect(worksheets.map(({ name }) => name)).toEqual([
      messages.export.fileName,
      ABOUT_WORDS[locale].title,
    ]);
    const shown = calls.map((_, at) =>
      COLUMNS.map((_column, column) => {
        const cell = worksheets[0]?.getRow(at + 2).getCell(column + 1);
        const { value, numFmt } = cell ?? {};
        if (!(value instanceof Date)) return String(value ?? "");
        return numFmt === "[h]:mm:ss"
          ? formatSeconds((value.getTime() - Date.UTC(1899, 11, 30)) / 1000)
          : shortInstant(value, numFmt ?? "");
      }),
    );
    expect(shown).toEqual(await shownCells(page, locale));
    const ids = calls.map(
      (_, at) => worksheets[0]?.getRow(at + 2).getCell(COLUMNS.length + 1).value,
    );
    expect(ids).toEqual(calls.toReversed().map(({ ContactId }) => ContactId));
  });
}

test("the format used last is the button's, after a reload too", async ({ page }) => {
  const { button, choose, screen } = await openedIn(page, "zh-CN");
  await expect(button).toHaveAttribute("title", /13 行.*XLSX/);
  await download(page, () => choose("csv"));
  await expect(button).toHaveAttribute("title", /CSV/);
  await page.reload();
  await screen.settled();
  const { name } = await download(page, () => button.click());
  expect(name).toMatch(/\.csv$/);
});

test("the file's name says instance, range and filter, and no number", async ({ page }) => {
  const { button } = await openedIn(
    page,
    "zh-CN",
    `${VIEW}&caller=00123&disposition=Success&type=Inbound`,
  );
  const { name } = await download(page, () => button.click());
  expect(name).toMatch(/^通话记录_ccc-sample_2026-10-31 23.*_挂断原因 .*_p1\.xlsx$/);
  expect(name).toContain(messagesZhCn.filters.callingNumber);
  expect(name).not.toContain("00123");
});

test("the page is copied as TSV, selected rows as Markdown", async ({ page }) => {
  const { choose, screen } = await openedIn(page, "zh-CN");
  const pasted = () => page.evaluate(() => navigator.clipboard.readText());
  await choose("tsv");
  await expect(page.getByText(`已复制 ${calls.length} 行`)).toBeVisible();
  const lines = (await pasted()).split(/\r?\n/);
  expect(lines).toHaveLength(calls.length + 1);
  const last = calls.length - 1;
  const number = await screen.cell(last, "callingNumber").innerText();
  expect(lines.at(-1)?.split("\t")[0]).toBe(`="${number}"`);

  await page.evaluate(() => {
    const cell = (row: number) =>
      document.querySelector(`[data-row="${row}"] [data-column="startTime"]`)?.firstChild;
    const [from, to] = [cell(1), cell(3)];
    if (from && to) getSelection()?.setBaseAndExtent(from, 0, to, 1);
  });
  await page.getByRole("button", { name: messagesZhCn.export.choose }).click();
  await expect(page.getByRole("menu")).toContainText("复制选中的 3 行");
  await page.getByRole("menuitem", { name: "Markdown" }).click();
  await expect(page.getByText("已复制 3 行")).toBeVisible();
  const table = (await pasted()).split("\n");
  expect(table).toHaveLength(5);
  expect(table[2]).toContain(await screen.cell(1, "startTime").innerText());
});

/** What the audit log says of exports, in their order. */
async function auditedExports() {
  const lines = (await readFile(AUDIT_FILE, "utf8")).trimEnd().split("\n");
  const events = lines.map((line) => auditEventSchema.parse(JSON.parse(line)));
  return events.filter((event) => "api" in event && event.api.operation === "export.page");
}

test("what is saved or copied is in the audit log: instance, filter without numbers, how many", async ({
  page,
}) => {
  const { button, choose } = await openedIn(page, "zh-CN", `${VIEW}&caller=00123`);
  const before = (await auditedExports()).length;
  const { bytes } = await download(page, () => button.click());
  await choose("markdown");
  await expect(page.getByText("已复制 1 行")).toBeVisible();
  const [saved, copied, ...more] = (await auditedExports()).slice(before);
  expect(more).toEqual([]);
  const unmapped = { instances: ["ccc-sample"], filter: { caller: ["set"] }, records: 1 };
  expect(saved).toMatchObject({ unmapped: { ...unmapped, bytes: bytes.length } });
  expect(copied).toMatchObject({ unmapped });
  expect(JSON.stringify([saved, copied])).not.toContain("00123");
});

test.describe("where the server cannot be told", () => {
  test.use({ expectedErrors: OFFLINE_ERRORS });
  test("nothing is saved, and it is said why", async ({ page, context }) => {
    const { button } = await openedIn(page, "zh-CN");
    // The code of all else is here.
    await page.locator("canvas").waitFor();
    await download(page, () => button.click());
    let saved = 0;
    page.on("download", () => (saved += 1));
    await context.setOffline(true);
    await button.click();
    await expect(page.getByText("没有导出：无法连接 Callscope 服务")).toBeVisible();
    expect(saved).toBe(0);
    await context.setOffline(false);
  });
});

test("nothing that writes files is in the first load", async ({ page, request }) => {
  const { button } = await openedIn(page, "zh-CN");
  const scripts = () =>
    page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .map(({ name }) => name)
        .filter((name) => name.endsWith(".js")),
    );
  const areWriters = async (urls: string[]) => {
    const codes = await Promise.all(urls.map(async (url) => (await request.get(url)).text()));
    return codes.map((code) => code.includes("inlineStr") || code.includes("record_delimiter"));
  };
  const before = await scripts();
  expect(before.length).toBeGreaterThan(2);
  expect(await areWriters(before)).not.toContain(true);
  await download(page, () => button.click());
  const after = (await scripts()).filter((url) => !before.includes(url));
  expect(await areWriters(after)).toContain(true);
});
