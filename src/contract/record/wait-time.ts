import type { CallRecord } from "./call-record.ts";
import type { ContactDisposition } from "./enums.ts";

const GAVE_UP_WAITING: ReadonlySet<string | undefined> = new Set<ContactDisposition>([
  "AbandonedInQueue",
  "AbandonedInRing",
]);

/** True where the upstream's WaitTime is 0 though the caller did wait: they gave up while waiting. */
function gaveUpWaiting(record: CallRecord): boolean {
  return GAVE_UP_WAITING.has(record.contactDisposition);
}

/**
 * Seconds the caller waited for an agent. The upstream's WaitTime is queue + ring, but 0 for callers
 * who abandoned while waiting: for those it is worked out from what it is made of.
 */
export function waitSeconds(record: CallRecord): number | undefined {
  const { waitTime, queueTime, ringTime } = record;
  if (!gaveUpWaiting(record) || (queueTime === undefined && ringTime === undefined))
    return waitTime;
  return (queueTime ?? 0) + (ringTime ?? 0);
}

/**
 * True where the wait was worked out and is not the upstream's own: a reader who compares it with
 * the upstream's figures has to be told.
 */
export function isWaitWorkedOut(record: CallRecord): boolean {
  return waitSeconds(record) !== record.waitTime;
}
