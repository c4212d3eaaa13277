import type { CallRecord } from "#contract/record/call-record.ts";

/**
 * The longest recording, s: of all longer ones the size, at 8,000 samples of two bytes, would not fit
 * the 32 bits that WAV has for it. It is 74 hours.
 */
const LONGEST_SECONDS = Math.floor((0xffff_ffff - 36) / 16_000);

/**
 * How long the recording of a call is, in whole seconds; undefined if it has none. Imported records
 * may say anything: where they do not say it, a recording is as long as the talk, and none is shorter
 * than nothing or longer than WAV can say.
 */
export function recordingSeconds(record: CallRecord): number | undefined {
  if (record.recordingReady !== true) return undefined;
  const seconds = record.recordingDuration ?? record.talkTime ?? 0;
  return Math.min(Math.max(0, Math.trunc(seconds)), LONGEST_SECONDS);
}
