import type { CallRecord } from "./call-record.ts";
import type { ContactDisposition } from "./enums.ts";

const GAVE_UP_WAITING: ReadonlySet<string | undefined> = new Set<ContactDisposition>([
  "AbandonedInQueue",
  "AbandonedInRing",
]);

/** True for a call whose caller gave up while waiting: the upstream sends WaitTime 0 for it. */
function gaveUpWaiting(record: CallRecord): boolean {
  return GAVE_UP_WAITING.has(record.contactDisposition);
}

/**
 * Seconds that the caller waited for an agent; undefined where the record does not tell. The
 * upstream's WaitTime is QueueTime + RingTime, but 0 for a caller who gave up while waiting: then
 * this is the sum. Authority: the provider's field list.
 */
export function waitSeconds(record: CallRecord): number | undefined {
  const { waitTime, queueTime, ringTime } = record;
  if (!gaveUpWaiting(record) || (queueTime === undefined && ringTime === undefined))
    return waitTime;
  return (queueTime ?? 0) + (ringTime ?? 0);
}

/**
 * True where {@link waitSeconds} differs from the upstream's WaitTime: a reader who compares it with
 * the upstream's figures has to be told.
 */
export function isWaitWorkedOut(record: CallRecord): boolean {
  return waitSeconds(record) !== record.waitTime;
}
