import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { generateJsonl } from "./generate-jsonl.ts";
import { screenOf } from "./screen.ts";
import { expect, test } from "./server-fixture.ts";
import { startServer } from "./start-server.ts";

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
      await page.goto(`${server.url}/?from=0&to=${Date.now()}&sort=startTime`);
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
      await expect(screen.pager).toContainText("只能翻到第 10,000 条");
      await page.getByRole("button", { name: "最后一页" }).click();
      await screen.settled();
      await expect(screen.pager).toContainText("9,901–10,000");
      await screen.rows.first().click();
      await expect(screen.drawer).toBeVisible();
    } finally {
      await server.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
