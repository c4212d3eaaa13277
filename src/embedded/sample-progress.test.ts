import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { createSampleProgress } from "./sample-progress.ts";

function createStream(isTTY: boolean) {
  let written = "";
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written += chunk.toString();
      done();
    },
  });
  return { stream: Object.assign(stream, { isTTY }), written: () => written };
}

/** A sample of 10,000,000 calls that is made in `seconds`, with a word each quarter of a second. */
function make(seconds: number, isTTY = false): string {
  const { stream, written } = createStream(isTTY);
  let clock = 1_000;
  const progress = createSampleProgress({ total: 10_000_000, stream, now: () => clock });
  const steps = seconds * 4;
  for (let step = 1; step <= steps; step += 1) {
    clock += 250;
    progress.onProgress(Math.round((10_000_000 * step) / steps));
  }
  progress.onIndex();
  clock += 60_000;
  progress.end();
  return written();
}

test("of a sample that is made at once nothing is said", () => {
  expect(make(1.5)).toBe("");
  expect(make(1.5, true)).toBe("");
});

test("without a terminal there is a line every five seconds, and one for the index", () => {
  expect(make(20).split("\n")).toEqual([
    "Sample calls: 1,000,000 of 10,000,000, about 18 s left",
    "Sample calls: 3,500,000 of 10,000,000, about 13 s left",
    "Sample calls: 6,000,000 of 10,000,000, about 8 s left",
    "Sample calls: 8,500,000 of 10,000,000, about 3 s left",
    "Sample calls: 10,000,000 of 10,000,000, making the index",
    "",
  ]);
});

test("in a terminal one line is written again and again, and is gone at the end", () => {
  const written = make(20, true);
  expect(written).toContain("1,000,000 of 10,000,000, about 18 s left");
  expect(written).toContain("10,000,000 of 10,000,000, making the index");
  // The last that is written goes to the line's begin and clears it.
  expect(written.endsWith("\u001B[1G\u001B[2K")).toBe(true);
});

test("a sample of no calls is no division by zero", () => {
  const { stream, written } = createStream(false);
  const progress = createSampleProgress({ total: 0, stream });
  progress.onProgress(0);
  progress.onIndex();
  progress.end();
  expect(written()).toBe("");
});
