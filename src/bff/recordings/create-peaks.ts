import { createHash } from "node:crypto";
import type { FastifyRequest } from "fastify";
import PQueue from "p-queue";
import { createByteCache } from "#bff/calls/byte-cache.ts";
import { requestKey } from "#bff/calls/request-key.ts";
import { createSharedFlights } from "#bff/calls/shared-flights.ts";
import { DAY_MS } from "#contract/time/durations.ts";
import { readPeaks } from "./read-peaks.ts";
import type { OpenRecording, RecordingAccess } from "./recording-access.ts";

/** Peaks as they are sent. */
export interface KeptPeaks {
  readonly text: string;
  /** An entity tag. */
  readonly tag: string;
}

export type Peaks = (
  request: FastifyRequest,
  recording: OpenRecording,
  signal: AbortSignal,
) => Promise<KeptPeaks>;

/** Some hundred hours of calls. */
const KEPT_BYTES = 16_000_000;
/** A recording is read whole, and worked on as it comes. */
const AT_ONCE = 2;

/** The peaks of recordings: of one that several ask for it is read once, and its peaks are kept. */
export function createPeaks(access: RecordingAccess, now: () => number): Peaks {
  const kept = createByteCache<KeptPeaks>(KEPT_BYTES, now);
  const flights = createSharedFlights<KeptPeaks>();
  const queue = new PQueue({ concurrency: AT_ONCE });

  return async (request, recording, signal) => {
    // Whether a reader may see them was decided as the recording was opened; a recording does not change.
    const key = requestKey([recording.instance, recording.contactId]);
    const known = kept.get(key);
    if (known !== undefined) return known;
    return flights.join(key, signal, (flightSignal) =>
      queue.add(
        async () => {
          const reply = await access.fetch(request, recording, {}, flightSignal);
          const text = JSON.stringify(await readPeaks(reply, flightSignal));
          const digest = createHash("sha256").update(text).digest("base64url");
          const peaks = { text, tag: `"${digest.slice(0, 32)}"` };
          kept.set(key, peaks, text.length, DAY_MS);
          return peaks;
        },
        { signal: flightSignal },
      ),
    );
  };
}
