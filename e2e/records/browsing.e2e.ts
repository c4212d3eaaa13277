import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importFiles } from "#embedded/import/import-files.ts";
import { screenOf, type Screen } from "../kit/screen.ts";
import { expect, test as base } from "../kit/server-fixture.ts";
import { startServer } from "../kit/start-server.ts";

const CALLS = 25_000;
/** The first call's instant; calls come in sevens that share theirs, as in a busy centre. */
const FIRST = Date.parse("2026-03-02T08:00:00+08:00");
const startOf = (index: number) => FIRST + Math.floor(index / 7) * 1_000;
const idOf = (index: number) => `call-${String(index).padStart(5, "0")}`;
const ALL = `from=${FIRST}&to=${startOf(CALLS)}`;

const wireCall = (index: number) => ({
  InstanceId: "ccc-test",
  ContactId: idOf(index),
  ContactType: "Inbound",
  ContactDisposition: "Success",
  StartTime: startOf(index),
  CallDuration: String(index % 900),
  TalkTime: index % 600,
  // What is not said of it is asked for.
  RecordingReady: false,
});

/** The server on 25,000 imported calls. */
const test = base.extend({
  server: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), "callscope-browsing-"));
      const [file, database] = [join(folder, "calls.jsonl"), join(folder, "calls.duckdb")];
      const lines = Array.from({ length: CALLS }, (_, index) => JSON.stringify(wireCall(index)));
      await writeFile(file, lines.join("\n"));
      await importFiles([file], database);
      const server = await startServer({ EMBEDDED_DATABASE: database, RETENTION_DAYS: "3650" });
      await use(server);
      await server.stop();
      await rm(folder, { recursive: true });
    },
    { scope: "worker" },
  ],
});

/** Scrolls from the first row to the last; the contact ids by their place in the list. */
async function scrollThrough({ page }: Screen): Promise<Map<number, string>> {
  const found = await page.locator("#records").evaluate(async (scroller) => {
    const ids = new Map<number, string>();
    const frame = () => new Promise(requestAnimationFrame);
    for (let y = 0; ; y += scroller.clientHeight - 100) {
      scroller.scrollTo(0, y);
      // The rows for the new place are there with the frame that shows it.
      await frame();
      await frame();
      // Row 0 has the tab stop, and stays in the document when its page has been let go.
      const coming = '[role="row"][data-loading]:not([data-row="0"])';
      while (scroller.querySelector(coming) !== null) await frame();
      for (const row of scroller.querySelectorAll(
        '[role="row"]:not([data-row="-1"], [data-loading])',
      ))
        ids.set(Number(row.getAttribute("data-row")), row.textContent ?? "");
      if (scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1) return [...ids];
    }
  });
  return new Map(found);
}

for (const [order, sort] of [
  ["newest", "-startTime"],
  ["oldest", "startTime"],
])
  test(`from the ${order} call the list scrolls to the last of 25,000, each exactly once`, async ({
    page,
  }) => {
    // As long as 250 pages take on a machine that is busy with other things.
    test.setTimeout(300_000);
    // Tall, so that a step takes in a hundred rows.
    await page.setViewportSize({ width: 900, height: 3_600 });
    const screen = screenOf(page);
    await page.goto(`/?${ALL}&sort=${sort}&cols=contactId`);
    await screen.settled();
    const ids = await scrollThrough(screen);
    expect(await screen.total()).toBe(CALLS);
    expect([...ids.keys()].toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: CALLS }, (_, index) => index),
    );
    expect(new Set(ids.values()).size).toBe(CALLS);
    expect(await screen.grid.getAttribute("aria-rowcount")).toBe(String(CALLS + 1));
  });

test("a linked record on page 73 is open and in view in a fresh browser", async ({
  page,
  freshPage,
  server,
}) => {
  const screen = screenOf(page);
  await page.goto(`/?${ALL}&page=73`);
  await screen.settled();
  await screen.cell(7_210, "startTime").click();
  await expect(page).toHaveURL(/page=73&record=/);
  const id = new URL(page.url()).searchParams.get("record") ?? "";

  await freshPage.goto(server.url + new URL(page.url()).search);
  const fresh = screenOf(freshPage);
  await fresh.settled();
  await expect(fresh.drawer).toContainText(id);
  await expect(fresh.row(7_210)).toBeInViewport();
  await expect(fresh.row(7_210)).toHaveAttribute("aria-selected", "true");
});

test("a page past 10,000 is one jump away, and a link to it leads there", async ({
  page,
  freshPage,
  server,
}) => {
  const screen = screenOf(page);
  await page.goto(`/?${ALL}`);
  await screen.settled();
  const field = page.getByRole("textbox", { name: "页码" });
  // As an input method for Chinese may write it.
  await field.fill("１８７");
  await field.press("Enter");
  await expect(screen.row(18_600)).toBeInViewport();
  await screen.settled();
  await expect(screen.pager).toContainText("第 18,601–");
  await expect(page).toHaveURL(/page=187/);
  const text = await screen.cell(18_600, "startTime").innerText();

  await freshPage.goto(server.url + new URL(page.url()).search);
  const fresh = screenOf(freshPage);
  await expect(fresh.cell(18_600, "startTime")).toHaveText(text);
});

test("Back and Forward lead from page to page, and scrolling adds no steps of its own", async ({
  page,
}) => {
  const screen = screenOf(page);
  await page.goto(`/?${ALL}`);
  await screen.settled();
  const field = page.getByRole("textbox", { name: "页码" });
  await field.fill("40");
  await field.press("Enter");
  await expect(screen.row(3_900)).toBeInViewport();
  const steps = await page.evaluate(() => history.length);
  await screen.grid.hover();
  await page.mouse.wheel(0, 4_000);
  await expect(page).toHaveURL(/page=41/);
  expect(await page.evaluate(() => history.length)).toBe(steps);
  await page.goBack();
  await expect(screen.row(0)).toBeInViewport();
  await page.goForward();
  await expect(screen.row(4_000)).toBeInViewport();
});
