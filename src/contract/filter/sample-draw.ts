/** From where the calls of a sample are drawn: `all` of the view together · `agent` of each agent's by itself. */
export const SAMPLE_SCOPES = ["all", "agent"] as const;

/** One of {@link SAMPLE_SCOPES}. */
export type SampleScope = (typeof SAMPLE_SCOPES)[number];

/** Calls drawn at random. Equal ones are equal calls, as long as the view has the same. */
export interface SampleDraw {
  /** How many, or how many of each agent: from 1 to {@link MOST_DRAWN}. */
  readonly calls: number;
  readonly per: SampleScope;
  /** Of calls that talked for so long, s; 0: of all, whether or not anybody talked. */
  readonly leastTalk: number;
  /** Where chance begins: see {@link isSeed}. */
  readonly seed: string;
}

export const MOST_DRAWN = 50;

/** An hour. */
export const MOST_LEAST_TALK = 3_600;

/** As many as six letters or digits can tell apart: 36 to the 6th. */
const SEEDS = 36 ** 6;

/** Whether a text is a seed: one to six of `a` to `z` and `0` to `9`. */
export const isSeed = (text: string): boolean => /^[0-9a-z]{1,6}$/.test(text);

/** The seed as a number below 36 to the 6th. */
export const seedNumber = (seed: string): number => parseInt(seed, 36);

/** @param chance from 0 up to 1, which is not reached */
export const seedAt = (chance: number): string => Math.floor(chance * SEEDS).toString(36);
