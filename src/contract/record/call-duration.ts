import type { CallRecord } from "./call-record.ts";

/**
 * True for a call that dialled or rang and was never connected, and whose CallDuration is 0 all the same:
 * the upstream counts that of calls from us from the connection on. Authority: the provider's field list.
 */
export function isCountedFromNoConnection(record: CallRecord): boolean {
  const { contactType, establishedTime, callDuration, dialingTime = 0, ringTime = 0 } = record;
  const isFromUs = contactType !== "Inbound" && contactType !== "Conference";
  const isTried = dialingTime > 0 || ringTime > 0;
  return isFromUs && isTried && establishedTime === undefined && callDuration === 0;
}
