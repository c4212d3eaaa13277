import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { TEST_INSTANT } from "../clock/test-instant.ts";
import { generateJsonl } from "../kit/generate-jsonl.ts";
import { screenOf } from "../kit/screen.ts";
import { expect, test } from "../kit/server-fixture.ts";
import { startServer } from "../kit/start-server.ts";

const LINES = 50_000;

test("50,000 lines in the provider's field names are imported and browsed", async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), "callscope-import-"));
  try {
    const file = join(folder, "calls.jsonl");
    const database = join(folder, "calls.duckdb");
    await generateJsonl(file, { lines: LINES, seed: 11 });
    const { stdout } = await promisify(execFile)(process.execPath, [
      "--import",
      "tsx",
      "src/embedded/import-command.ts",
      file,
      "--database",
      database,
    ]);
    expect(stdout).toMatch(/50[,.]?000/);

    const server = await startServer({ EMBEDDED_DATABASE: database });
    try {
      const screen = screenOf(page);
      await page.goto(`${server.url}/?from=0&to=${TEST_INSTANT}&sort=startTime`);
      await screen.settled();
      const picker = page.getByRole("combobox", { name: "实例" });
      const totals = [];
      for (const value of ["ccc-sample-2", "ccc-sample"]) {
        await picker.selectOption(value);
        await expect(page).toHaveURL(new RegExp(`instance=${value}`));
        await screen.settled();
        totals.push(await screen.total());
      }
      // The instances of the file, and all of its lines.
      expect(totals.reduce((sum, total) => sum + total, 0)).toBe(LINES);
      await expect(page.getByText("示例数据")).toBeHidden();
      // In start-time order the list goes on past what page numbers reach, to the last call.
      const last = (totals.at(-1) ?? 0) - 1;
      expect(last).toBeGreaterThan(10_000);
      await page.getByRole("button", { name: "最后一页" }).click();
      await page.locator("#records").hover();
      await page.mouse.wheel(0, 10_000);
      await screen.settled();
      await screen.cell(last, "startTime").click();
      await expect(screen.drawer).toBeVisible();
    } finally {
      // A page that is open looks for its server, and is heard to find none.
      await page.goto("about:blank");
      await server.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
