import { HOUR_MS, MINUTE_MS } from "#contract/time/durations.ts";
import { createCallDatabase } from "../kit/call-database.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test as base } from "../kit/server-fixture.ts";
import { startServer } from "../kit/start-server.ts";

// The hour from one to two of 2026-11-01 comes twice: clocks are put back from UTC-04:00 to UTC-05:00.
const PUT_BACK = Date.parse("2026-11-01T01:00:00-05:00");
const RANGE = `from=${PUT_BACK - HOUR_MS}&to=${PUT_BACK + HOUR_MS - 1}`;

const calls = Array.from({ length: 24 }, (_none, index) => ({
  InstanceId: "ccc-sample",
  ContactId: `call-${index}`,
  ContactType: "Inbound",
  ContactDisposition: "Success",
  StartTime: PUT_BACK + (index - 12) * 5 * MINUTE_MS + 7000,
}));

const test = base.extend({
  server: [
    async ({}, use) => {
      const database = await createCallDatabase({ lines: 50, seed: 5 }, calls);
      const server = await startServer({
        EMBEDDED_DATABASE: database.file,
        TIME_ZONE: "America/New_York",
      });
      await use(server);
      expect(await server.stop(), server.output()).toBe(0);
      await database.remove();
    },
    { scope: "worker" },
  ],
});

test("in the hour that clocks show twice, whatever is said of an instant says which one it is", async ({
  page,
}) => {
  await page.goto(`/?${RANGE}`);
  const screen = screenOf(page);
  await screen.settled();
  await expect(screen.timeRange).toHaveText(/^(2026-)?11-01 01:00 UTC-04:00 → 01:59 UTC-05:00$/);
  for (const text of await screen.column("开始时间"))
    expect(text).toMatch(/^(2026-)?11-01 01:\d\d:\d\d UTC-0[45]:00$/);
  const cut = await screen.rows
    .locator('[data-column="startTime"]')
    .evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth).length);
  expect(cut).toBe(0);

  await page.getByRole("button", { name: "表格" }).click();
  const periods = await page.getByRole("rowheader").allInnerTexts();
  expect(periods.at(0)).toMatch(/^(2026-)?11-01 01:00–01:05 UTC-04:00$/);
  expect(periods.at(-1)).toMatch(/^(2026-)?11-01 01:55–02:00 UTC-05:00$/);

  await screen.typeRange("2026-11-01 01:30 → 01:44 UTC-05:00");
  await expect(page).toHaveURL(
    new RegExp(`from=${PUT_BACK + 30 * MINUTE_MS}&to=${PUT_BACK + 45 * MINUTE_MS - 1}\\b`),
  );
  await screen.timeRange.click();
  await expect(screen.timePanel.getByRole("status")).toHaveText(
    /^(2026-)?11-01 01:30 → 01:44 UTC-05:00$/,
  );
});
