import type { Page } from "playwright/test";
import { DAY_MS, HOUR_MS } from "#contract/time/durations.ts";
import { expect, JULY, numberOf, test } from "./overview-calls.ts";
import { screenOf } from "../kit/screen.ts";

interface Histogram {
  readonly edges: readonly number[];
  readonly view: string;
}

/** Edges and view of the last histogram that the page has asked for. */
function heardHistograms(page: Page): readonly Histogram[] {
  const heard: Histogram[] = [];
  page.on("request", (request) => {
    if (!request.url().endsWith("/api/counts")) return;
    const { asks } = request.postDataJSON() as { asks: (Histogram & { of: string })[] };
    heard.push(...asks.filter(({ of }) => of === "times"));
  });
  return heard;
}

const partOf = (page: Page) => page.getByRole("region", { name: "通话量", exact: true });
const sliderOf = (page: Page) => page.getByRole("slider", { name: "选择时段" });

async function known(page: Page) {
  await expect(partOf(page)).toHaveAttribute("data-counts", "known");
}

/** The counts of all buckets, as the table tells them. */
async function tableCounts(page: Page): Promise<number[]> {
  const cells = await partOf(page).getByRole("cell").allInnerTexts();
  return cells.map((text) => Number(/^([\d,]+) 条/.exec(text)?.[1]?.replaceAll(",", "")));
}

const RANGES = {
  today: "range=today",
  yesterday: "range=yesterday",
  "the last 7 days": "range=last7d",
  "the last 30 days": "range=last30d",
  "a day of June": `from=${JULY - 9 * DAY_MS}&to=${JULY - 8 * DAY_MS - 1}`,
  "a quarter, one outcome": `from=${JULY - 90 * DAY_MS}&to=${JULY}&disposition=AbandonedInQueue`,
  "forty odd minutes": `from=${JULY - 9 * DAY_MS + 36_123_456}&to=${JULY - 9 * DAY_MS + 38_600_789}`,
};

test("every bucket is what SQL counts, of ranges of any length", async ({ page, calls }) => {
  const heard = heardHistograms(page);
  for (const [name, search] of Object.entries(RANGES))
    await test.step(name, async () => {
      const before = heard.length;
      await page.goto(`/?${search}`);
      await screenOf(page).settled();
      // The choice is kept from one to the next.
      if (before === 0) await partOf(page).getByRole("button", { name: "表格" }).click();
      await known(page);
      expect(heard.length).toBeGreaterThan(before);
      const { edges = [], view = "" } = heard.at(-1) ?? {};
      const params = new URLSearchParams(view);
      expect(edges[0]).toBe(Number(params.get("from")));
      expect(edges.at(-1)).toBe(Number(params.get("to")) + 1);
      const disposition = params.get("disposition") ?? "";
      const counts = await tableCounts(page);
      const wanted = [];
      for (const [index, from] of edges.slice(0, -1).entries())
        wanted.push(
          await numberOf(
            calls,
            "COUNT(*)",
            "StartTime >= $1 AND StartTime < $2 AND ($3 = '' OR ContactDisposition = $3)",
            [from, edges[index + 1] ?? 0, disposition],
          ),
        );
      expect(counts).toEqual(wanted);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(await screenOf(page).total());
    });
});

const DAY_OF_JUNE = `/?from=${JULY - 9 * DAY_MS}&to=${JULY - 8 * DAY_MS - 1}`;

test("dragging over bars narrows the range to them in one step, and Back undoes it", async ({
  page,
}) => {
  await page.goto(DAY_OF_JUNE);
  await known(page);
  const before = page.url();
  const all = await screenOf(page).total();
  const box = await sliderOf(page).boundingBox();
  if (box === null) throw new Error("no slider");
  const y = box.y + box.height / 2;
  // From the middle of 10:00–10:30 to the middle of 14:30–15:00.
  await page.mouse.move(box.x + (box.width * 20.5) / 48, y);
  await page.mouse.down();
  await page.mouse.move(box.x + (box.width * 25) / 48, y, { steps: 3 });
  await page.mouse.move(box.x + (box.width * 29.5) / 48, y, { steps: 3 });
  const tip = page.getByRole("tooltip");
  await expect(tip).toContainText("06-22 10:00–15:00");
  const told = Number(/([\d,]+) 条/.exec(await tip.innerText())?.[1]?.replaceAll(",", ""));
  await page.mouse.up();
  const from = JULY - 9 * DAY_MS + 10 * HOUR_MS;
  await expect(page).toHaveURL(new RegExp(`from=${from}&to=${from + 5 * HOUR_MS - 1}$`));
  await screenOf(page).settled();
  await expect.poll(() => screenOf(page).total()).toBe(told);
  await known(page);

  await page.goBack();
  await expect(page).toHaveURL(before);
  await screenOf(page).settled();
  expect(await screenOf(page).total()).toBe(all);
});

test("Escape gives up a drag", async ({ page }) => {
  await page.goto(DAY_OF_JUNE);
  await known(page);
  const box = await sliderOf(page).boundingBox();
  if (box === null) throw new Error("no slider");
  await page.mouse.move(box.x + 40, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 200, box.y + 10, { steps: 3 });
  await page.keyboard.press("Escape");
  await page.mouse.up();
  expect(page.url()).toContain(DAY_OF_JUNE);
});

test("a bar that is hovered tells its period and count; a click holds it and offers to zoom in", async ({
  page,
  calls,
}) => {
  await page.goto(DAY_OF_JUNE);
  await known(page);
  const slider = sliderOf(page);
  const box = await slider.boundingBox();
  if (box === null) throw new Error("no slider");
  const position = { x: (box.width * 22.5) / 48, y: 5 };
  const from = JULY - 9 * DAY_MS + 11 * HOUR_MS;
  const count = await numberOf(calls, "COUNT(*)", "StartTime >= $1 AND StartTime < $2", [
    from,
    from + 1_800_000,
  ]);
  await slider.hover({ position });
  await expect(page.getByRole("tooltip")).toContainText("06-22 11:00–11:30");
  await expect(page.getByRole("tooltip")).toContainText(`${count} 条`);
  const address = page.url();
  await slider.click({ position });
  const zoomIn = partOf(page).getByRole("button", { name: /^放大/ });
  await expect(zoomIn).toBeVisible();
  // It stays while the mouse goes elsewhere.
  await slider.hover({ position: { x: 5, y: 5 } });
  await expect(page.getByRole("tooltip")).toContainText("06-22 11:00–11:30");
  expect(page.url()).toBe(address);
  await zoomIn.click();
  await expect(page).toHaveURL(new RegExp(`from=${from}&to=${from + 1_799_999}$`));
  await known(page);
  // Out again to where one came from, by mouse and by key.
  await slider.dblclick({ position: { x: 5, y: 5 } });
  await expect(page).toHaveURL(address);
  await known(page);
  await slider.focus();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(
    new RegExp(`from=${JULY - 9.5 * DAY_MS}&to=${JULY - 7.5 * DAY_MS - 1}$`),
  );
});

test("keys walk along the bars, select some of them, give up, and narrow", async ({ page }) => {
  await page.goto(DAY_OF_JUNE);
  await known(page);
  const slider = sliderOf(page);
  await partOf(page).getByRole("button", { name: "表格" }).focus();
  await page.keyboard.press("Tab");
  await expect(slider).toBeFocused();
  await expect(slider).toHaveAttribute("aria-valuetext", /^2025-06-22 23:30–24:00 · \d+ 条/);
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(slider).toHaveAttribute("aria-valuetext", /^2025-06-22 01:00–01:30 · \d+ 条/);
  await expect(page.getByRole("tooltip")).toContainText("01:00–01:30");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(slider).toHaveAttribute("aria-valuetext", /^2025-06-22 01:00–02:30 · \d+ 条/);
  await page.keyboard.press("Escape");
  await expect(slider).toHaveAttribute("aria-valuetext", /02:00–02:30/);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("tooltip")).toBeHidden();
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Enter");
  const from = JULY - 9 * DAY_MS;
  await expect(page).toHaveURL(new RegExp(`from=${from}&to=${from + 3_599_999}$`));
  // Whoever narrows by keys goes on by keys.
  await expect(slider).toBeFocused();
});

test("keys that are the browser's own are left to it", async ({ page }) => {
  await page.goto(DAY_OF_JUNE);
  await known(page);
  const slider = sliderOf(page);
  await slider.focus();
  await page.keyboard.press("Home");
  await expect(slider).toHaveAttribute("aria-valuetext", /^2025-06-22 00:00–00:30/);
  const { href } = new URL(page.url());
  for (const keys of ["Alt+ArrowRight", "Control+End", "Meta+ArrowRight", "Control+Enter"])
    await page.keyboard.press(keys);
  await expect(slider).toHaveAttribute("aria-valuetext", /^2025-06-22 00:00–00:30/);
  expect(page.url()).toBe(href);
  await page.keyboard.press("ArrowRight");
  await expect(slider).toHaveAttribute("aria-valuetext", /^2025-06-22 00:30–01:00/);
});

test("bars are coloured by outcome, also of many calls; past what that may cost it says so", async ({
  page,
  calls,
}) => {
  const answeredOf = async () =>
    (await partOf(page).getByRole("cell").allInnerTexts())
      .map((text) => Number(/接通 ([\d,]+)/.exec(text)?.[1]?.replaceAll(",", "") ?? 0))
      .reduce((sum, count) => sum + count, 0);
  const successBetween = (from: number, end: number) =>
    numberOf(
      calls,
      "COUNT(*)",
      "ContactDisposition = 'Success' AND StartTime >= $1 AND StartTime < $2",
      [from, end],
    );
  await page.goto(DAY_OF_JUNE);
  await known(page);
  await partOf(page).getByRole("button", { name: "表格" }).click();
  // A day is read call by call, a month of some thousands is probed.
  for (const days of [1, 30]) {
    await page.goto(`/?from=${JULY - (8 + days) * DAY_MS}&to=${JULY - 8 * DAY_MS - 1}`);
    await known(page);
    await expect(partOf(page)).toContainText("按结果着色");
    expect(await answeredOf()).toBe(
      await successBetween(JULY - (8 + days) * DAY_MS, JULY - 8 * DAY_MS),
    );
  }
  await page.goto(`/?from=${JULY - 80 * DAY_MS}&to=${JULY}`);
  await known(page);
  await expect(partOf(page)).toContainText("只有总数");
  await expect(partOf(page)).not.toContainText("按结果着色");
});

test("the previous period stands beside each bucket when it is asked for", async ({
  page,
  calls,
}) => {
  await page.goto(DAY_OF_JUNE);
  await known(page);
  const toggle = partOf(page).getByRole("button", { name: "上一时段" });
  await expect(toggle).toHaveAttribute("aria-pressed", "false");
  await toggle.click();
  await expect(toggle).toHaveAttribute("aria-pressed", "true");
  await known(page);
  const from = JULY - 10 * DAY_MS + 11 * HOUR_MS;
  const count = await numberOf(calls, "COUNT(*)", "StartTime >= $1 AND StartTime < $2", [
    from,
    from + 1_800_000,
  ]);
  const box = await sliderOf(page).boundingBox();
  await sliderOf(page).hover({ position: { x: ((box?.width ?? 0) * 22.5) / 48, y: 5 } });
  await expect(page.getByRole("tooltip")).toContainText(`2025-06-21 11:00–11:30 · ${count} 条`);
  await toggle.click();
  await sliderOf(page).hover({ position: { x: 5, y: 5 } });
  await expect(page.getByRole("tooltip")).not.toContainText("06-21");
});

test("the table narrows too, and what was chosen is kept", async ({ page }) => {
  await page.goto(DAY_OF_JUNE);
  await known(page);
  await partOf(page).getByRole("button", { name: "表格" }).click();
  await page.reload();
  await known(page);
  await partOf(page)
    .getByRole("button", { name: /只看 2025-06-22 11:00–11:30/ })
    .click();
  const from = JULY - 9 * DAY_MS + 11 * HOUR_MS;
  await expect(page).toHaveURL(new RegExp(`from=${from}&to=${from + 1_799_999}$`));
});

test("collapsed it asks for nothing, and stays so", async ({ page }) => {
  const heard = heardHistograms(page);
  await page.goto(DAY_OF_JUNE);
  await known(page);
  await partOf(page).getByRole("button", { name: "通话量" }).click();
  await expect(sliderOf(page)).toBeHidden();
  const before = heard.length;
  await page.goto("/?range=yesterday");
  await screenOf(page).settled();
  await known(page);
  await expect(page.getByRole("button", { name: "通话量" })).toHaveAttribute(
    "aria-expanded",
    "false",
  );
  expect(heard.length).toBe(before);
});

test("where there is little room it begins collapsed", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(DAY_OF_JUNE);
  await known(page);
  const fold = page.getByRole("button", { name: "通话量" });
  await expect(fold).toHaveAttribute("aria-expanded", "false");
  await fold.click();
  await expect(sliderOf(page)).toBeVisible();
});

test("one call that is looked for by its id has no histogram and no summary", async ({ page }) => {
  await page.goto("/?range=last30d&contact=recent-3");
  await screenOf(page).settled();
  await expect(page.getByRole("slider")).toBeHidden();
  await expect(page.getByText("接通率")).toBeHidden();
});

test("scrolling draws no part of it anew", async ({ page }) => {
  await page.goto(`/?from=${JULY - 60 * DAY_MS}&to=${JULY}`);
  await known(page);
  await screenOf(page).settled();
  await partOf(page).evaluate((part) => {
    const seen = { changes: 0 };
    Object.assign(globalThis, { seen });
    new MutationObserver((records) => (seen.changes += records.length)).observe(part, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  });
  await screenOf(page).grid.hover();
  await page.mouse.wheel(0, 20_000);
  await expect(page).toHaveURL(/page=[5-9]/);
  const changes = await page.evaluate(
    // Put there above.
    () => (globalThis as unknown as { seen: { changes: number } }).seen.changes,
  );
  expect(changes).toBe(0);
});
