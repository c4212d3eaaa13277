import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { mp3Peaks } from "./mp3-peaks.ts";

const FILE = new URL("silence-then-tone.mp3", import.meta.url);

async function* pieces(bytes: Buffer, size = 100) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const GOING = new AbortController().signal;

test("a second of silence and one of a tone are seen as such", async () => {
  const { duration, channels } = await mp3Peaks(pieces(await readFile(FILE)), 36_000, GOING);
  // The encoder fills up the last frame, and puts one before the first.
  expect(duration).toBeGreaterThan(1.9);
  expect(duration).toBeLessThan(2.4);
  const [peaks = []] = channels;
  expect(Math.max(...peaks.slice(0, 18))).toBeLessThan(5);
  expect(Math.max(...peaks.slice(25))).toBeGreaterThan(40);
  expect(Math.max(...peaks)).toBeLessThan(65);
});

test("what is no MP3 is unreadable, and what is too long is given up", async () => {
  await expect(mp3Peaks(pieces(Buffer.alloc(5_000)), 36_000, GOING)).rejects.toMatchObject({
    code: "recording_unreadable",
  });
  await expect(mp3Peaks(pieces(await readFile(FILE)), 1, GOING)).rejects.toMatchObject({
    code: "recording_too_large",
  });
});

test("a thread that does not answer is waited for no longer than it can need, nor than anybody wants it", async () => {
  const bytes = await readFile(FILE);
  await expect(mp3Peaks(pieces(bytes), 36_000, GOING, 0)).rejects.toMatchObject({
    code: "recording_unreadable",
  });
  const gone = AbortSignal.abort(new Error("The reader has gone."));
  await expect(mp3Peaks(pieces(bytes), 36_000, gone)).rejects.toThrow("has gone");
});
