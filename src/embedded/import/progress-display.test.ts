import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { createProgressDisplay } from "./progress-display.ts";

/** A display whose clock is set by the test. */
function display(isTTY: boolean) {
  let said = "";
  let at = 0;
  const stream = Object.assign(new PassThrough(), {
    isTTY,
    // What a terminal has for whoever draws on it.
    columns: 200,
    cursorTo: () => true,
    moveCursor: () => true,
    clearLine: () => true,
  });
  stream.on("data", (data: Buffer) => (said += data.toString()));
  const shown = createProgressDisplay({ stream, now: () => at });
  return {
    ...shown,
    said: () => said,
    setClock: (ms: number) => {
      at = ms;
    },
  };
}

const READ = { phase: "read", file: "/data/calls.jsonl", bytes: 800e6, rows: 1e6 } as const;

test("without a terminal a line now and then tells of the file, its records and the time left", () => {
  const { onProgress, said, end } = display(false);
  onProgress(READ);
  onProgress({ ...READ, fraction: 0.1 });
  end();
  expect(said()).toBe("");

  const slow = display(false);
  slow.onProgress(READ);
  slow.setClock(5000);
  slow.onProgress({ ...READ, fraction: 0.5 });
  slow.setClock(9000);
  slow.onProgress({ ...READ, fraction: 0.9 });
  slow.setClock(11_000);
  slow.onProgress({ phase: "sort", fraction: 0.2 });
  slow.setClock(21_000);
  slow.onProgress({ phase: "sort", fraction: 1 });
  expect(slow.said()).toBe(
    [
      "Reading calls.jsonl: 400 of 800 MB, about 500,000 records, 100,000/s, 5 s left\n",
      "Sorting and writing: 0 s\n",
      "Sorting and writing: 10 s\n",
    ].join(""),
  );
});

test("in a terminal a bar shows the same, and every phase by its name", async () => {
  const bar = display(true);
  bar.onProgress(READ);
  const phases = [
    { ...READ, fraction: 0.25 },
    { phase: "merge" },
    { phase: "sort", fraction: 0.5 },
    { phase: "index" },
  ] as const;
  for (const [at, phase] of phases.entries()) {
    bar.setClock((at + 1) * 1000);
    bar.onProgress(phase);
    // It draws when it sees fit.
    const words = ["about 250,000 records", "Comparing", "50% 0 s", "Making the index"][at] ?? "";
    await expect.poll(bar.said, { timeout: 20_000 }).toContain(words);
  }
  expect(bar.said()).toMatch(/calls\.jsonl .*█.* 25% 200 of 800 MB/);
  bar.end();
});
