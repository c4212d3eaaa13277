import { Readable } from "node:stream";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { paceStream } from "./pace-stream.ts";

const PIECE = 16 * 1024;

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

/** Lets what can be sent now be sent. */
async function settle() {
  for (let turn = 0; turn < 200; turn += 1) await new Promise(setImmediate);
}

function startSending(bytesPerSecond: number, pieces = 400) {
  const source = Readable.from(Array.from({ length: pieces }, () => Buffer.alloc(PIECE)));
  const paced = source.pipe(paceStream(bytesPerSecond));
  let bytes = 0;
  paced.on("data", ({ length }: Buffer) => (bytes += length));
  return { paced, sent: () => bytes };
}

test("ten seconds of a telephone's sound come at once, then sixteen in each second", async () => {
  const { sent } = startSending(16_000);
  await settle();
  expect(sent()).toBeGreaterThan(160_000 - PIECE);
  expect(sent()).toBeLessThanOrEqual(160_000);
  for (let ms = 0; ms < 1_000; ms += 10) {
    await vi.advanceTimersByTimeAsync(10);
    await settle();
  }
  const most = 160_000 + 256 * 1024;
  expect(sent()).toBeGreaterThan(most - 2 * PIECE);
  expect(sent()).toBeLessThanOrEqual(most);
});
