import { DAY_MS } from "#contract/time/durations.ts";
import { TEST_INSTANT } from "../clock/test-instant.ts";
import { expect, test } from "../kit/server-fixture.ts";

// Half a year of the first instance then holds more calls than a rank can be looked up of directly.
test.use({ serverEnv: { SAMPLE_RECORDS: "40000" } });

test("a rank that no page reaches is told all the same, and leads nowhere", async ({ page }) => {
  await page.goto(`/?from=${TEST_INSTANT - 180 * DAY_MS}&to=${TEST_INSTANT}`);
  const summary = page.getByRole("region", { name: "概要" });
  await expect(summary).toHaveAttribute("data-counts", "known", { timeout: 30_000 });
  const median = summary.getByRole("button", { name: /通话时长 中位数/ });
  await expect(median).toHaveText(/^\d+:\d\d$/);
  await expect(median).toHaveAttribute("aria-disabled", "true");
  const most = summary.getByRole("button", { name: /通话时长 P90/ });
  await expect(most).toHaveAttribute("aria-disabled", "false");
});
