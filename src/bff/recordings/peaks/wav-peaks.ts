import { BffError } from "#bff/http/bff-error.ts";
import type { Peaks } from "#contract/api/recording.ts";
import { createPeakTally } from "./peak-tally.ts";
import { LONGEST_HEAD, readWavHead, type WavFormat } from "./wav-samples.ts";

/**
 * The peaks of a WAV file, as it comes: no more of it is held than a piece.
 *
 * @throws BffError `recording_unreadable`, `recording_too_large`; whatever the file's coming fails with
 */
export async function wavPeaks(
  pieces: AsyncIterable<Buffer>,
  longestSeconds: number,
): Promise<Peaks> {
  let head: Buffer = Buffer.alloc(0);
  let reader: ReturnType<typeof createReader> | undefined;
  for await (const piece of pieces) {
    if (reader !== undefined) reader.read(piece);
    else {
      head = Buffer.concat([head, piece]);
      const format = readWavHead(head);
      if (format === undefined || (format === "more" && head.length > LONGEST_HEAD))
        throw new BffError("recording_unreadable");
      if (format === "more") continue;
      reader = createReader(format, longestSeconds);
      reader.read(head.subarray(format.dataAt));
    }
  }
  if (reader === undefined) throw new BffError("recording_unreadable");
  return reader.finish();
}

function createReader(format: WavFormat, longestSeconds: number) {
  const { sampleRate, channels, bytesPerSample, level } = format;
  const tally = createPeakTally(sampleRate, channels);
  const mostFrames = longestSeconds * sampleRate;
  let left = format.dataBytes;
  /** The first byte of a sample whose second has not come. */
  let half: number | undefined;

  function readPairs(bytes: Buffer) {
    let at = 0;
    const signed = (low: number, high: number) => ((high << 24) >> 16) | low;
    if (half !== undefined && bytes.length > 0) {
      tally.add(level(signed(half, bytes[0] ?? 0)));
      half = undefined;
      at = 1;
    }
    for (; at + 1 < bytes.length; at += 2)
      tally.add(level(signed(bytes[at] ?? 0, bytes[at + 1] ?? 0)));
    if (at < bytes.length) half = bytes[at];
  }

  return {
    read(piece: Buffer) {
      // Behind the samples there may be notes.
      const bytes = piece.length > left ? piece.subarray(0, left) : piece;
      left -= bytes.length;
      if (bytesPerSample === 2) readPairs(bytes);
      else for (const byte of bytes) tally.add(level(byte));
      if (tally.frames() > mostFrames) throw new BffError("recording_too_large");
    },
    finish: tally.finish,
  };
}
