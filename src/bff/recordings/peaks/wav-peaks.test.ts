import fc from "fast-check";
import { expect, test } from "vitest";
import { wavPeaks } from "./wav-peaks.ts";

interface Wav {
  readonly code?: number;
  readonly bits?: number;
  readonly channels?: number;
  readonly rate?: number;
  readonly data: Buffer;
  /** What stands before the samples. */
  readonly between?: Buffer;
  readonly dataBytes?: number;
}

function wav({ code = 1, bits = 16, channels = 1, rate = 8_000, ...rest }: Wav): Buffer {
  const { data, between = Buffer.alloc(0), dataBytes = data.length } = rest;
  const head = Buffer.alloc(36);
  head.write("RIFF", 0, "latin1");
  head.writeUInt32LE(36 + between.length + data.length, 4);
  head.write("WAVEfmt ", 8, "latin1");
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(code, 20);
  head.writeUInt16LE(channels, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt16LE(bits, 34);
  const size = Buffer.alloc(8);
  size.write("data", 0, "latin1");
  size.writeUInt32LE(dataBytes, 4);
  return Buffer.concat([head, between, size, data]);
}

async function* pieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const HOURS = 36_000;
const peaksOf = (bytes: Buffer, size = 1_000, longest = HOURS) =>
  wavPeaks(pieces(bytes, size), longest);

/** Seconds of silence and of a loudness in turn, 16 bit. */
const STEPS = Buffer.concat(
  [0, 16_384, 0, -32_768].map((level) => {
    const second = Buffer.alloc(16_000);
    for (let at = 0; at < second.length; at += 2) second.writeInt16LE(level, at);
    return second;
  }),
);

test("each stretch is as high as its loudest sample", async () => {
  const { duration, channels } = await peaksOf(wav({ data: STEPS }));
  expect(duration).toBe(4);
  expect(channels).toHaveLength(1);
  expect(channels[0]).toEqual([0, 50, 0, 100].flatMap((height) => Array(20).fill(height)));
});

test("however the file is cut into pieces it is the same", async () => {
  const bytes = wav({ data: STEPS });
  const whole = await peaksOf(bytes, bytes.length);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 5_000 }), async (size) => {
      expect(await peaksOf(bytes, size)).toEqual(whole);
    }),
    { numRuns: 20 },
  );
});

test("channels have peaks of their own", async () => {
  const data = Buffer.alloc(4 * 8_000);
  for (let at = 0; at < data.length; at += 4) data.writeInt16LE(32_767, at);
  const { duration, channels } = await peaksOf(wav({ data, channels: 2 }));
  expect(duration).toBe(1);
  expect(channels.map((peaks) => new Set(peaks))).toEqual([new Set([100]), new Set([0])]);
});

test.each([
  ["8 bit", { code: 1, bits: 8 }, 128, 255],
  ["µ-law", { code: 7, bits: 8 }, 0xff, 0x80],
  ["A-law", { code: 6, bits: 8 }, 0xd5, 0xaa],
])("%s is read: its silence is low, its loudest high", async (_name, kind, silent, loud) => {
  const data = Buffer.concat([Buffer.alloc(8_000, silent), Buffer.alloc(8_000, loud)]);
  const { duration, channels } = await peaksOf(wav({ ...kind, data }));
  expect(duration).toBe(2);
  expect(Math.max(...(channels[0] ?? []).slice(0, 20))).toBe(0);
  expect(Math.min(...(channels[0] ?? []).slice(20))).toBeGreaterThan(95);
});

test("other chunks are passed over, before the samples and behind them", async () => {
  const between = Buffer.from("LIST\u0003\0\0\0abc\0", "latin1");
  const bytes = Buffer.concat([wav({ data: STEPS, between }), Buffer.alloc(999, 0x7f)]);
  expect(await peaksOf(bytes, 7)).toEqual(await peaksOf(wav({ data: STEPS })));
});

test("a file that does not say how long it is, is as long as it comes", async () => {
  const bytes = wav({ data: STEPS, dataBytes: 0 });
  expect((await peaksOf(bytes)).duration).toBe(4);
});

test("a long call has as many peaks as can be drawn, and none of the loud ones is lost", async () => {
  const data = Buffer.alloc(2 * 1_000 * 3_600);
  data.writeInt16LE(-32_768, 2 * 1_234_567);
  const { duration, channels } = await peaksOf(wav({ data, rate: 1_000 }), 64 * 1024);
  expect(duration).toBe(3_600);
  expect(channels[0]?.length).toBeLessThanOrEqual(12_000);
  expect(channels[0]?.filter((height) => height > 0)).toEqual([100]);
});

test("what is longer than may be outlined is given up on the way", async () => {
  await expect(peaksOf(wav({ data: STEPS }), 1_000, 3)).rejects.toMatchObject({
    code: "recording_too_large",
  });
});

test.each([
  ["nothing", Buffer.alloc(0)],
  ["something else", Buffer.from("<html>there is no recording</html>")],
  ["a head alone", wav({ data: STEPS }).subarray(0, 30)],
  ["24 bit", wav({ data: STEPS, bits: 24 })],
  ["no channels", wav({ data: STEPS, channels: 0 })],
  ["no rate", wav({ data: STEPS, rate: 0 })],
  ["no end of chunks", Buffer.concat([wav({ data: STEPS }).subarray(0, 36), Buffer.alloc(99_999)])],
])("%s is unreadable", async (_name, bytes) => {
  await expect(peaksOf(bytes)).rejects.toMatchObject({ code: "recording_unreadable" });
});
