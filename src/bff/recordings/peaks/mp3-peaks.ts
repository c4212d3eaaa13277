import { MPEGDecoderWebWorker } from "mpg123-decoder";
import { BffError } from "#bff/http/bff-error.ts";
import type { PeaksReply } from "#contract/api/recording.ts";
import { createPeakTally, type PeakTally } from "./peak-tally.ts";

/** Bytes that are decoded at once: a minute of speech, of which the samples are some megabytes. */
const AT_ONCE = 128 * 1024;

/**
 * The peaks of an MP3 file, as it comes, decoded in a thread of its own.
 *
 * @throws BffError `recording_unreadable`, `recording_too_large`; whatever the file's coming fails with
 */
export async function mp3Peaks(
  pieces: AsyncIterable<Buffer>,
  longestSeconds: number,
): Promise<PeaksReply> {
  const decoder = new MPEGDecoderWebWorker();
  let tally: PeakTally | undefined;
  let rate = 0;

  async function decode(bytes: Buffer) {
    // The thread takes over what it is given.
    const { channelData, samplesDecoded, sampleRate } = await decoder.decode(new Uint8Array(bytes));
    if (samplesDecoded === 0) return;
    rate = sampleRate;
    tally ??= createPeakTally(sampleRate, channelData.length);
    for (let n = 0; n < samplesDecoded; n += 1)
      for (const samples of channelData) tally.add(samples[n] ?? 0);
    if (tally.frames() > longestSeconds * rate) throw new BffError("recording_too_large");
  }

  try {
    await decoder.ready;
    let waiting: Buffer[] = [];
    let bytes = 0;
    for await (const piece of pieces) {
      waiting.push(piece);
      bytes += piece.length;
      if (bytes < AT_ONCE) continue;
      await decode(Buffer.concat(waiting));
      waiting = [];
      bytes = 0;
    }
    await decode(Buffer.concat(waiting));
    if (tally === undefined) throw new BffError("recording_unreadable");
    return tally.finish();
  } finally {
    await decoder.free();
  }
}
