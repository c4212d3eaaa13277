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
