import { CONTACT_DISPOSITIONS, type ContactDisposition } from "./enums.ts";

/**
 * Whether a customer whose call ended so had been sent on to an agent. That a time in a queue is 0 does not tell:
 * it is so for who was answered at once, and for who never got beyond the menu. Of a voicemail and a number
 * outside nobody can say whether there was a queue before; `NoAnswer` and `Reject` end calls to customers.
 */
const SOUGHT_AGENT = {
  Success: true,
  NoAnswer: false,
  Reject: false,
  AbandonedInIVR: false,
  AbandonedInQueue: true,
  AbandonedInRing: true,
  AbandonedInVoiceNavigator: false,
  QueuingTimeout: true,
  QueuingOverflow: true,
  QueuingFailed: true,
  IVRException: false,
  Voicemail: false,
  ForwardToOutsideNumber: false,
} as const satisfies Record<ContactDisposition, boolean>;

/** The dispositions of a call that was offered to agents. */
export const SOUGHT_AGENT_DISPOSITIONS = CONTACT_DISPOSITIONS.filter(
  (value) => SOUGHT_AGENT[value],
);
