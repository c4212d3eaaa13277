import type { CallRecord } from "./call-record.ts";
import { CONTACT_DISPOSITIONS, isOneOf, type ContactDisposition } from "./enums.ts";

/** Whether somebody talked to the customer in a call that ended so. What was left in a voice mailbox, nobody heard yet. */
const TALKED = {
  Success: true,
  NoAnswer: false,
  Reject: false,
  AbandonedInIVR: false,
  AbandonedInQueue: false,
  AbandonedInRing: false,
  AbandonedInVoiceNavigator: false,
  QueuingTimeout: false,
  QueuingOverflow: false,
  QueuingFailed: false,
  IVRException: false,
  Voicemail: false,
  ForwardToOutsideNumber: true,
} as const satisfies Record<ContactDisposition, boolean>;

/** Whether nobody was talked to in a call; of how it ended in a way newer than this edition, nobody can tell. */
export function hasReachedNobody({ contactDisposition }: CallRecord): boolean {
  return (
    contactDisposition !== undefined &&
    isOneOf(CONTACT_DISPOSITIONS, contactDisposition) &&
    !TALKED[contactDisposition]
  );
}

/** The dispositions of a call in which nobody was talked to. */
export const REACHED_NOBODY_DISPOSITIONS = CONTACT_DISPOSITIONS.filter((value) => !TALKED[value]);

/** Whether somebody was talked to in a call; of an ending newer than this edition only a connection tells. */
export function hasReachedSomebody({ contactDisposition, establishedTime }: CallRecord): boolean {
  return contactDisposition !== undefined && isOneOf(CONTACT_DISPOSITIONS, contactDisposition)
    ? TALKED[contactDisposition]
    : establishedTime !== undefined;
}
