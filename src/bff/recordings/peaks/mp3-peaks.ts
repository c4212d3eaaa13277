import { setTimeout as sleep } from "node:timers/promises";
import { MPEGDecoderWebWorker } from "mpg123-decoder";
import { BffError } from "#bff/http/bff-error.ts";
import type { Peaks } from "#contract/api/recording.ts";
import { createPeakTally, type PeakTally } from "./peak-tally.ts";

declare module "mpg123-decoder" {
  interface MPEGDecoderWebWorker {
    /** Of the thread that it is. */
    terminate(): void;
  }
}

/** Bytes that are decoded at once: a minute of speech, of which the samples are some megabytes. */
const AT_ONCE = 128 * 1024;

/** Of what takes some milliseconds. Of a thread that has failed or turns in circles nothing else is ever heard. */
const LONGEST_STEP_MS = 20_000;

/**
 * The peaks of an MP3 file, as it comes, decoded in a thread of its own.
 *
 * @throws BffError `recording_unreadable`, `recording_too_large`; whatever the file's coming fails with
 */
export async function mp3Peaks(
  pieces: AsyncIterable<Buffer>,
  longestSeconds: number,
  signal: AbortSignal,
  longestStepMs = LONGEST_STEP_MS,
): Promise<Peaks> {
  const decoder = new MPEGDecoderWebWorker();
  let tally: PeakTally | undefined;
  let rate = 0;

  /** @throws BffError `recording_unreadable` where the thread does not answer; the signal's reason */
  async function answered<T>(answer: Promise<T>): Promise<T> {
    const done = new AbortController();
    const late = sleep(longestStepMs, undefined, {
      signal: AbortSignal.any([signal, done.signal]),
    });
    const unanswered = late.then(
      () => Promise.reject(new BffError("recording_unreadable")),
      () => Promise.reject(signal.reason as Error),
    );
    unanswered.catch(() => undefined);
    try {
      return await Promise.race([answer, unanswered]);
    } finally {
      done.abort();
    }
  }

  async function decode(bytes: Buffer) {
    // The thread takes over what it is given.
    const { channelData, samplesDecoded, sampleRate } = await answered(
      decoder.decode(new Uint8Array(bytes)),
    );
    if (samplesDecoded === 0) return;
    rate = sampleRate;
    tally ??= createPeakTally(sampleRate, channelData.length);
    for (let n = 0; n < samplesDecoded; n += 1)
      for (const samples of channelData) tally.add(samples[n] ?? 0);
    if (tally.frames() > longestSeconds * rate) throw new BffError("recording_too_large");
  }

  try {
    await answered(decoder.ready);
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
    // Not asked to go: it may not hear that.
    decoder.terminate();
  }
}
