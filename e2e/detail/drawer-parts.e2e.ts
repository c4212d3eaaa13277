import { seriousFindings } from "../kit/axe-findings.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";

const WORDS = {
  "zh-CN": {
    story: "客户的其他通话",
    json: "原始 JSON",
    absent: /^未提供的字段/,
    field: "通话类型",
    list: /^事件列表/,
  },
  "en-US": {
    story: "Other calls of this customer",
    json: "Raw JSON",
    absent: /^Fields not given/,
    field: "Type",
    list: /^List of events/,
  },
} as const;

/** Wide and as a phone, light and dark. */
const LOOKS = [
  { width: 1440, colorScheme: "light" },
  { width: 1440, colorScheme: "dark" },
  { width: 390, colorScheme: "dark" },
  { width: 390, colorScheme: "light" },
] as const;

for (const locale of ["zh-CN", "en-US"] as const)
  test(`with every part of a call open nothing is found by axe, and nothing is wider than the drawer, ${locale}`, async ({
    page,
  }) => {
    const words = WORDS[locale];
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.addInitScript((tag) => localStorage.setItem("callscope.language", tag), locale);
    await page.goto("/?range=last7d&type=Inbound&disposition=AbandonedInQueue");
    const { drawer, rows } = screenOf(page, locale);
    await rows.first().getByRole("gridcell").first().click();
    await drawer.getByText(words.story).click();
    await drawer.getByText(words.json, { exact: true }).click();
    await drawer.getByText(words.absent).click();
    await drawer.getByText(words.list).click();
    await drawer.getByRole("button", { name: words.field, exact: true }).click();
    await expect(drawer.locator("li [aria-current]")).toHaveCount(1);
    for (const { width, colorScheme } of LOOKS) {
      const look = `${width} px, ${colorScheme}`;
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await expect(page.locator("html")).toHaveCSS("color-scheme", colorScheme);
      await expect
        .poll(async () => Math.round((await drawer.boundingBox())?.width ?? Infinity), look)
        .toBeLessThanOrEqual(width);
      await expect(drawer.locator("li [aria-current]")).toHaveCount(1);
      await expect(drawer.getByRole("table").first()).toBeVisible();
      expect(await seriousFindings(page), look).toEqual([]);
      const body = drawer.getByRole("document");
      expect(await body.evaluate((one) => one.scrollWidth - one.clientWidth), look).toBe(0);
    }
  });
