import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { DAY_MS } from "#contract/time/durations.ts";
import { TEST_INSTANT } from "../clock/test-instant.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";
import { startServer } from "../kit/start-server.ts";

test.use({ serverEnv: { SAMPLE_RECORDS: "0" } });

test("a contact centre that has no calls at all says so, and offers no way to where none are", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.getByText("还没有通话记录")).toBeVisible();
  await expect(page.getByRole("list", { name: "调整条件后的数量" })).toHaveCount(0);
});

test("after an import of old calls the first screen leads to them", async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), "callscope-old-"));
  try {
    const file = join(folder, "calls.jsonl");
    const database = join(folder, "calls.duckdb");
    const start = TEST_INSTANT - 70 * DAY_MS;
    const calls = [0, 1, 2].map((index) => ({
      ContactId: `old-${index}`,
      InstanceId: "old-centre",
      StartTime: start + index,
    }));
    await writeFile(file, calls.map((call) => JSON.stringify(call)).join("\n"));
    const command = ["--import", "tsx", "src/embedded/import-command.ts"];
    await promisify(execFile)(process.execPath, [...command, file, "--database", database]);
    const server = await startServer({ EMBEDDED_DATABASE: database });
    try {
      await page.goto(server.url);
      await page.getByRole("button", { name: /之前最近的通话在 .* · 查看/ }).click();
      await screenOf(page).settled();
      expect(await screenOf(page).total()).toBe(3);
      await page.goto("about:blank");
    } finally {
      await server.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
