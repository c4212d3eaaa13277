/**
 * What the calls answered in time are a share of: of all that were offered to agents, of these less those that
 * were given up at once, or of the answered ones.
 */
export const LEVEL_FORMULAS = ["offered", "less-short", "answered"] as const;

/** One of {@link LEVEL_FORMULAS}; the first where nobody has chosen. */
export type LevelFormula = (typeof LEVEL_FORMULAS)[number];

/** How a service level is taken. */
export interface ServiceLevel {
  /** In time is who was in the queue for no longer: from 1 to {@link MOST_LEVEL_SECONDS}. */
  readonly seconds: number;
  readonly formula: LevelFormula;
}

/** An hour. */
export const MOST_LEVEL_SECONDS = 3_600;

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
