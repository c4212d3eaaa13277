import type { BffErrorCode } from "#bff/http/bff-error.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { DAY_MS } from "#contract/time/durations.ts";

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
): BffErrorCode & `recording_${string}` {
  if (establishedTime === undefined && talkTime === 0) return "recording_not_connected";
  const isRecent = now - (releaseTime ?? startTime) < LONGEST_DELAY_MS;
  return isRecent ? "recording_not_ready" : "recording_not_kept";
}
