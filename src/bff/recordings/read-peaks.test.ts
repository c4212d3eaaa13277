import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { readPeaks } from "./read-peaks.ts";

const MEGABYTE = 1024 * 1024;

/** The head of a WAV of 8 kHz, 16 bits, one channel, that does not say how long it is. */
const WAV_HEAD = Buffer.from(
  [
    "52494646ffffffff57415645", // RIFF, WAVE
    "666d74201000000001000100401f0000803e000002001000", // fmt
    "64617461ffffffff", // data
  ].join(""),
  "hex",
);

/** A recording that goes on for so long, and how much of it was taken. */
function recordingOf(megabytes: number, headers: Readonly<Record<string, string>> = {}) {
  const taken = { megabytes: 0 };
  async function* pieces() {
    yield WAV_HEAD;
    for (; taken.megabytes < megabytes; taken.megabytes += 1) yield Buffer.alloc(MEGABYTE);
  }
  const body = Readable.from(pieces());
  return { taken, reply: { status: 200, headers, body, path: "/job-1.wav" } };
}

const never = new AbortController().signal;

test("of a recording that says that it is larger than 150 MB nothing is read", async () => {
  const { reply, taken } = recordingOf(200, { "content-length": String(151 * MEGABYTE) });
  await expect(readPeaks(reply, never)).rejects.toMatchObject({ code: "recording_too_large" });
  expect(taken.megabytes).toBe(0);
});

test("one that does not say so is read as far as 150 MB", async () => {
  const { reply, taken } = recordingOf(400);
  await expect(readPeaks(reply, never)).rejects.toMatchObject({ code: "recording_too_large" });
  expect(taken.megabytes).toBeGreaterThan(148);
  expect(taken.megabytes).toBeLessThan(170);
});

test("one of 140 MB is outlined", async () => {
  const { reply } = recordingOf(140);
  const { duration } = await readPeaks(reply, never);
  expect(Math.round(duration)).toBe(Math.round((140 * MEGABYTE) / 16_000));
});
