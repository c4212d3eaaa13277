import fc from "fast-check";
import { expect, test } from "vitest";
import {
  readRecording,
  recordingSize,
  recordingTag,
  type RecordingFile,
} from "./recording-file.ts";

const fileOf = (contactId: string, seconds: number): RecordingFile => ({ contactId, seconds });

async function read(file: RecordingFile, from = 0, to = recordingSize(file)): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of readRecording(file, from, to)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** What a player reads of the header. */
function headerOf(bytes: Buffer) {
  return {
    tags: [0, 8, 12, 36].map((at) => bytes.toString("latin1", at, at + 4)),
    riffSize: bytes.readUInt32LE(4),
    formatSize: bytes.readUInt32LE(16),
    format: bytes.readUInt16LE(20),
    channels: bytes.readUInt16LE(22),
    rate: bytes.readUInt32LE(24),
    bytesPerSecond: bytes.readUInt32LE(28),
    bytesPerFrame: bytes.readUInt16LE(32),
    bits: bytes.readUInt16LE(34),
    dataSize: bytes.readUInt32LE(40),
  };
}

test.each([0, 1, 7, 61])(
  "a recording of %i s is a WAV file of just that length",
  async (seconds) => {
    const bytes = await read(fileOf("job-1", seconds));
    expect(headerOf(bytes)).toEqual({
      tags: ["RIFF", "WAVE", "fmt ", "data"],
      riffSize: bytes.length - 8,
      formatSize: 16,
      format: 1,
      channels: 1,
      rate: 8000,
      bytesPerSecond: 16_000,
      bytesPerFrame: 2,
      bits: 16,
      dataSize: seconds * 16_000,
    });
    expect(bytes).toHaveLength(44 + seconds * 16_000);
  },
);

test("any range of bytes is the slice of the whole", async () => {
  const file = fileOf("job-话", 9);
  const whole = await read(file);
  const place = fc.oneof(
    fc.integer({ min: 0, max: whole.length }),
    fc.integer({ min: 0, max: 60 }),
    fc.integer({ min: 16_384 + 40, max: 16_384 + 50 }),
  );
  await fc.assert(
    fc.asyncProperty(place, place, async (a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      expect((await read(file, from, to)).equals(whole.subarray(from, to))).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test("the same call sounds the same, another call another way", async () => {
  const first = await read(fileOf("job-1", 20));
  expect((await read(fileOf("job-1", 20))).equals(first)).toBe(true);
  expect((await read(fileOf("job-2", 20))).equals(first)).toBe(false);
});

test("a tag names the call and the length", () => {
  const tags = [fileOf("job-1", 20), fileOf("job-2", 20), fileOf("job-1", 21), fileOf("1 20", 1)];
  expect(new Set(tags.map(recordingTag)).size).toBe(4);
  expect(recordingTag(fileOf("job-1", 20))).toBe(recordingTag(fileOf("job-1", 20)));
});

test("the end of the longest recording is had without the rest of it", async () => {
  const file = fileOf("job-1", 268_435);
  const size = recordingSize(file);
  expect(size - 8).toBeLessThanOrEqual(0xffff_ffff);
  expect(headerOf(await read(file, 0, 44))).toMatchObject({ riffSize: size - 8 });
  expect(await read(file, size - 5, size)).toHaveLength(5);
});
