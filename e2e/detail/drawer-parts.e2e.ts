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

for (const locale of ["zh-CN", "en-US"] as const)
  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [1440, 390])
      test.describe(`with every part of a call open, ${locale}, ${colorScheme}, ${width} px`, () => {
        test.use({ colorScheme, viewport: { width, height: 900 } });
        test("nothing is found by axe, and nothing is wider than the drawer", async ({ page }) => {
          const words = WORDS[locale];
          await page.addInitScript(
            (tag) => localStorage.setItem("callscope.language", tag),
            locale,
          );
          await page.goto("/?range=last7d&type=Inbound&disposition=AbandonedInQueue");
          const { drawer, rows } = screenOf(page, locale);
          await rows.first().getByRole("gridcell").first().click();
          await drawer.getByText(words.story).click();
          await drawer.getByText(words.json, { exact: true }).click();
          await drawer.getByText(words.absent).click();
          await drawer.getByText(words.list).click();
          await drawer.getByRole("button", { name: words.field, exact: true }).click();
          await expect(drawer.locator("li [aria-current]")).toHaveCount(1);
          expect(await seriousFindings(page)).toEqual([]);
          const body = drawer.getByRole("document");
          expect(await body.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
        });
      });
