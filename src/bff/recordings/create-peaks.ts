import { createHash } from "node:crypto";
import type { FastifyRequest } from "fastify";
import PQueue from "p-queue";
import { createByteCache } from "#bff/calls/byte-cache.ts";
import { requestKey } from "#bff/calls/request-key.ts";
import { createSharedFlights } from "#bff/calls/shared-flights.ts";
import { BffError } from "#bff/http/bff-error.ts";
import { DAY_MS, MINUTE_MS } from "#contract/time/durations.ts";
import { readPeaks } from "./read-peaks.ts";
import type { OpenRecording, RecordingAccess } from "./recording-access.ts";

/** Peaks as they are sent. */
export interface KeptPeaks {
  readonly text: string;
  /** An entity tag, weak: beside them stands what it cost to ask. */
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

/** A storage that gives a byte now and then does not keep others from theirs for longer. */
const LONGEST_MS = 5 * MINUTE_MS;

/** The peaks of recordings: of one that several ask for it is read once, and its peaks are kept. */
export function createPeaks(
  access: Pick<RecordingAccess, "fetch">,
  now: () => number,
  longestMs = LONGEST_MS,
): Peaks {
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
          const late = AbortSignal.timeout(longestMs);
          const inTime = AbortSignal.any([flightSignal, late]);
          const read = async () =>
            readPeaks(await access.fetch(request, recording, {}, inTime), inTime);
          const text = JSON.stringify(
            await read().catch((error: unknown) => {
              flightSignal.throwIfAborted();
              if (!late.aborted) throw error;
              throw new BffError("storage_failed", {
                status: 504,
                detail: "The recording did not come in time.",
              });
            }),
          );
          const digest = createHash("sha256").update(text).digest("base64url");
          const peaks = { text, tag: `W/"${digest.slice(0, 32)}"` };
          kept.set(key, peaks, text.length, DAY_MS);
          return peaks;
        },
        { signal: flightSignal },
      ),
    );
  };
}
