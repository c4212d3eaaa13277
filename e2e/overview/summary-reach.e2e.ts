import { DAY_MS } from "#contract/time/durations.ts";
import { TEST_INSTANT } from "../clock/test-instant.ts";
import { expect, test } from "../kit/server-fixture.ts";

// Half a year of the first instance then holds more calls than a median can be looked up of.
test.use({ serverEnv: { SAMPLE_RECORDS: "40000" } });

test("a rank that page numbers do not reach is not available, and it says from how many on", async ({
  page,
}) => {
  await page.goto(`/?from=${TEST_INSTANT - 180 * DAY_MS}&to=${TEST_INSTANT}`);
  const summary = page.getByRole("region", { name: "概要" });
  await expect(summary).toHaveAttribute("data-counts", "known", { timeout: 30_000 });
  await expect(summary).toContainText(/排队中位数20,000 条起不可得P90\d+:\d\d/);
  await expect(summary).toContainText(/通话时长中位数20,000 条起不可得P90\d+:\d\d/);
  for (const median of await summary.getByRole("button", { name: /中位数/ }).all())
    await expect(median).toHaveAttribute("aria-disabled", "true");
});
