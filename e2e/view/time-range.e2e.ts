import { HOUR_MS } from "#contract/time/durations.ts";
import { TEST_INSTANT } from "../clock/test-instant.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

const at = (text: string) => Date.parse(`${text}+08:00`);
const addressOf = (from: string, to: string) => `/?from=${at(from)}&to=${at(to)}`;
/** The month before that of the test's instant, as `2026-10`. */
const MONTH = monthBefore(new Date(TEST_INSTANT + 8 * HOUR_MS));
const dayOf = (day: number) => `${MONTH}-${day}`;
/** How a day of it is shown: with the year where that is over. */
const shownOf = (day: number) =>
  dayOf(day).slice(new Date(TEST_INSTANT).toISOString().startsWith(MONTH.slice(0, 4)) ? 5 : 0);
const TENTH = addressOf(`${dayOf(10)}T00:00:00`, `${dayOf(10)}T23:59:59.999`);

function monthBefore(date: Date): string {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - 1))
    .toISOString()
    .slice(0, 7);
}

test("a range is typed, said before it takes effect, and typed again it is the same", async ({
  page,
}) => {
  const screen = screenOf(page);
  await page.goto("/?range=last7d");
  await screen.settled();
  await page.keyboard.press("t");
  const field = screen.timePanel.getByRole("textbox");
  await expect(field).toBeFocused();
  await field.fill(`${dayOf(10).replaceAll("-", "/")} 8:00 到 9点半`);
  await expect(screen.timePanel.getByRole("status")).toHaveText(`${shownOf(10)} 08:00 → 09:29`);
  await field.press("Enter");
  const address = addressOf(`${dayOf(10)}T08:00:00`, `${dayOf(10)}T09:29:59.999`);
  await expect(page).toHaveURL(address);
  await expect(screen.timeRange).toBeFocused();
  await expect(screen.timeRange).toHaveText(`${shownOf(10)} 08:00 → 09:29`);
  await screen.timeRange.click();
  await expect(field).toHaveValue(`${shownOf(10)} 08:00 → 09:29`);
  await page.keyboard.press("End");
  await page.keyboard.type(" ");
  await field.press("Enter");
  await expect(page).toHaveURL(address);
});

test("what is not understood says so and stays; Escape gives it up", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto(TENTH);
  await screen.settled();
  await screen.typeRange("next year");
  const said = screen.timePanel.getByRole("status");
  await expect(said).toContainText("无法识别");
  const field = screen.timePanel.getByRole("textbox");
  await expect(field).toHaveValue("next year");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await screen.pager.click({ position: { x: 12, y: 3 } });
  await expect(screen.timePanel).toBeHidden();
  await screen.timeRange.click();
  await expect(field).toHaveValue("next year");
  await page.keyboard.press("Escape");
  await expect(screen.timePanel).toBeHidden();
  await expect(screen.timeRange).toBeFocused();
  await expect(page).toHaveURL(TENTH);
  await screen.timeRange.click();
  await expect(field).toHaveValue(shownOf(10));
});

test("a click beside the panel keeps what was typed, and two days are two clicks", async ({
  page,
}) => {
  const screen = screenOf(page);
  await page.goto(TENTH);
  await screen.settled();
  await screen.timeRange.click();
  await screen.timePanel.getByRole("textbox").fill(dayOf(11));
  await screen.pager.click({ position: { x: 12, y: 3 } });
  await expect(page).toHaveURL(addressOf(`${dayOf(11)}T00:00:00`, `${dayOf(11)}T23:59:59.999`));
  await screen.timeRange.click();
  const day = (date: string) => screen.timePanel.locator(`td[title="${date}"]`);
  await day(dayOf(13)).click();
  await expect(screen.timePanel.getByRole("textbox")).toHaveValue(dayOf(13));
  await day(dayOf(12)).click();
  await expect(page).toHaveURL(addressOf(`${dayOf(12)}T00:00:00`, `${dayOf(13)}T23:59:59.999`));
});

test("presets by keys: arrows only go, Enter chooses", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=last7d");
  await screen.settled();
  await screen.timeRange.click();
  await screen.timePanel.getByRole("button", { name: "近 7 天" }).focus();
  const address = page.url();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(screen.timePanel.getByRole("button", { name: "近 90 天" })).toBeFocused();
  expect(page.url()).toBe(address);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/?range=last90d");
  await expect(screen.timePanel).toBeHidden();
});

test("steps go to the range before and after, and out of it, by keys, too", async ({ page }) => {
  const screen = screenOf(page);
  await page.goto("/?range=yesterday");
  await screen.settled();
  await page.keyboard.press("]");
  await expect(page).toHaveURL("/");
  await expect(page.getByRole("button", { name: "后一时段" })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await page.getByRole("button", { name: "前一时段" }).click();
  await expect(page).toHaveURL("/?range=yesterday");
  await page.goto(addressOf(`${dayOf(10)}T08:00:00`, `${dayOf(10)}T09:59:59.999`));
  await screen.settled();
  await page.keyboard.press("-");
  await expect(page).toHaveURL(addressOf(`${dayOf(10)}T07:00:00`, `${dayOf(10)}T10:59:59.999`));
});

for (const [width, locale] of [
  [1440, "zh-CN"],
  [1024, "en-US"],
] as const)
  test(`the longest range fits in one line of the toolbar at ${width} px in ${locale}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 768 });
    await page.addInitScript(
      (chosen) => localStorage.setItem("callscope.language", chosen),
      locale,
    );
    const screen = screenOf(page, locale);
    await page.goto(addressOf("2025-11-10T08:00:05", "2025-12-10T09:59:07.999"));
    await expect(screen.timeRange).toHaveText("2025-11-10 08:00:05 → 2025-12-10 09:59:07");
    const text = screen.timeRange.locator("span").last();
    expect(await text.evaluate((span) => span.scrollWidth - span.clientWidth)).toBe(0);
    const box = await screen.timeRange.boundingBox();
    expect(box?.height).toBeLessThan(32);
  });
