import * as z from "zod/mini";
import { idCodec } from "#contract/filter/id-codec.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { DAY_MS } from "#contract/time/durations.ts";
import type { RecordRequest } from "./record.ts";
import type { RECORDING_CODES } from "./recording-codes.ts";
import { spentSchema } from "./spent.ts";

// The recording of one call: `GET /api/recordings/:contactId?instance=` is its sound, by `Range`;
// `…/download` the same as a file to keep; `…/peaks` its outline. Where there is none to be had, the
// problem's code says why (`RECORDING_CODES`).

/** The paths as the BFF serves them. {@link recordingPath} fills them in. */
export const RECORDING_ROUTE = "/api/recordings/:contactId";
export const DOWNLOAD_ROUTE = "/api/recordings/:contactId/download";
export const PEAKS_ROUTE = "/api/recordings/:contactId/peaks";

type RecordingRoute = typeof RECORDING_ROUTE | typeof DOWNLOAD_ROUTE | typeof PEAKS_ROUTE;

/** The path that asks the BFF for the recording of one call. */
export function recordingPath(
  route: RecordingRoute,
  { contactId, instance }: RecordRequest,
): string {
  const path = route.replace(":contactId", () => encodeURIComponent(contactId));
  if (instance === undefined) return path;
  return `${path}?${new URLSearchParams({ instance: idCodec.write(instance) })}`;
}

/** The greatest height of a peak. */
export const PEAK_HEIGHT = 100;

const peaksSchema = z.object({
  /** How long the recording is, s. */
  duration: z.number(),
  /** For each channel the loudest of equal stretches of time, 0 to {@link PEAK_HEIGHT}. */
  channels: z.array(z.array(z.number())),
});

/** The outline of a recording. */
export type Peaks = z.infer<typeof peaksSchema>;

/** The reply of {@link PEAKS_ROUTE}. */
export const peaksReplySchema = z.object({ peaks: peaksSchema, spent: spentSchema });

/** A recording that has not come within a day does not come any more. */
const LONGEST_DELAY_MS = DAY_MS;

/**
 * Why a call without a recording has none.
 *
 * @param now ms
 */
export function missingBecause(
  { establishedTime, releaseTime, startTime = 0, talkTime = 0 }: CallRecord,
  now: number,
): (typeof RECORDING_CODES)[number] {
  if (establishedTime === undefined && talkTime === 0) return "recording_not_connected";
  const isRecent = now - (releaseTime ?? startTime) < LONGEST_DELAY_MS;
  return isRecent ? "recording_not_ready" : "recording_not_kept";
}
