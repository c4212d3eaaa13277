import { BffError } from "#bff/http/bff-error.ts";
import type { Peaks } from "#contract/api/recording.ts";
import { recordingKind } from "./media-type.ts";
import { mp3Peaks } from "./peaks/mp3-peaks.ts";
import { wavPeaks } from "./peaks/wav-peaks.ts";
import type { StorageReply } from "./storage.ts";

/** Of a recording that is outlined. */
const LONGEST_SECONDS = 10 * 3_600;
const MOST_BYTES = 150 * 1024 * 1024;

/**
 * The peaks of a recording, worked out while it comes. However it ends, the rest of it is not fetched.
 *
 * @throws BffError `recording_too_large`, `recording_unreadable`, `storage_failed`
 */
export async function readPeaks(
  { headers, body, path }: StorageReply,
  signal: AbortSignal,
): Promise<Peaks> {
  try {
    if (Number(headers["content-length"] ?? 0) > MOST_BYTES)
      throw new BffError("recording_too_large");
    const pieces = bounded(body);
    switch (recordingKind(path, headers["content-type"] ?? "")) {
      case "wav":
        return await wavPeaks(pieces, LONGEST_SECONDS);
      case "mp3":
        return await mp3Peaks(pieces, LONGEST_SECONDS, signal);
      default:
        throw new BffError("recording_unreadable");
    }
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof BffError) throw error;
    // Its words may hold the address.
    throw new BffError("storage_failed", { detail: "The recording broke off." });
  } finally {
    body.on("error", () => undefined).destroy();
  }
}

async function* bounded(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.length;
    if (bytes > MOST_BYTES) throw new BffError("recording_too_large");
    yield piece;
  }
}
