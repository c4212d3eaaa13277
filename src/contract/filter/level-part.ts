/**
 * The calls that it is of. `offered` came from customers, and were sent on to agents · `answered` of these ·
 * `within` of the answered those whose time in the queue was no longer than asked · `short` of the offered those
 * given up in the queue within {@link SHORT_ABANDON_SECONDS}. A call without a time in the queue is in neither of
 * the last two.
 */
export const LEVEL_PARTS = ["offered", "answered", "within", "short"] as const;

/** One of {@link LEVEL_PARTS}. */
export type LevelPart = (typeof LEVEL_PARTS)[number];

/** Who gave up after no more than so many seconds in a queue has hardly waited. */
export const SHORT_ABANDON_SECONDS = 5;
