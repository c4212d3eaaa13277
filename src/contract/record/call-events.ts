/** Whose events they are, in the order in which a call goes from one to the other. */
export const CALL_SIDES = ["customer", "ivr", "queue", "agent"] as const;

/** One of {@link CALL_SIDES}. */
export type CallSide = (typeof CALL_SIDES)[number];

/** Something that happened in a call. */
export interface CallEvent {
  /** The provider's. */
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
