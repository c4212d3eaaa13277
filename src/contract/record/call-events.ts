/**
 * The events of a call that this edition knows, by the provider's names; `Conference` and the like may come
 * as well, and are shown by the name that they have. Authority: the provider's SDK's models and its event
 * notifications.
 */
export const CALL_EVENTS = [
  "Route2IVR",
  "Enqueue",
  "AssignAgent",
  "QueueingTimeout",
  "QueueingOverflow",
  "QueueingFailure",
  "QueueingCancelled",
  "Dialing",
  "Ringing",
  "Established",
  "Held",
  "Retrieved",
  "Abandoned",
  "Released",
] as const;

/** One of {@link CALL_EVENTS}. */
export type CallEventName = (typeof CALL_EVENTS)[number];

/** Whose events they are, in the order in which a call goes from one to the other. */
export const CALL_SIDES = ["customer", "ivr", "queue", "agent"] as const;

/** One of {@link CALL_SIDES}. */
export type CallSide = (typeof CALL_SIDES)[number];

/** Something that happened in a call. */
export interface CallEvent {
  /** One of {@link CALL_EVENTS}, or a name newer than this edition. */
  readonly name: string;
  /** ms since the epoch */
  readonly at: number;
  /** How long what began then went on, s; absent where the upstream does not say. */
  readonly seconds?: number | undefined;
}

/** What happened on one side of a call, in the upstream's order. */
export interface SideEvents {
  readonly side: CallSide;
  /** An agent's id, a skill group's; a customer has none but the number. */
  readonly id?: string | undefined;
  /** A name for people; a customer's is the number. */
  readonly name?: string | undefined;
  readonly events: readonly CallEvent[];
}
