import * as z from "zod/mini";
import { LEVEL_PARTS } from "#contract/filter/level-part.ts";

const count = z.int().check(z.minimum(0));
const known = z.nullable(count);

/**
 * The figures of some calls, as `figureParts` and `levelParts` tell them apart; null is not known. Missing
 * durations are no zeros: `talk` is of the calls with more than 0 s of it. `p90` is by rank, and stands at
 * `position` from 1 in descending order. `mean` is exact or not known: it takes reading all of the calls.
 */
export const figuresSchema = z.object({
  total: known,
  base: known,
  answered: known,
  placed: known,
  rejected: known,
  level: z.record(z.enum(LEVEL_PARTS), known),
  talk: z.object({
    base: known,
    mean: z.nullable(z.number()),
    p90: z.nullable(z.number()),
    position: known,
  }),
  /** Calls by the key pressed; a key that is not here has none. */
  satisfaction: z.nullable(
    z.object({
      keys: z.record(z.string(), count),
      /** False: calls with a key newer than this edition may be missing. */
      isWhole: z.boolean(),
    }),
  ),
});

/** See {@link figuresSchema}. */
export type Figures = z.infer<typeof figuresSchema>;

/** What is known so far. */
export const someFiguresSchema = z.partial(figuresSchema);

/** See {@link someFiguresSchema}. What is absent is still being counted. */
export type SomeFigures = z.infer<typeof someFiguresSchema>;

/** Of calls that could not be counted. */
export const NOT_KNOWN: Figures = {
  total: null,
  base: null,
  answered: null,
  placed: null,
  rejected: null,
  level: { offered: null, answered: null, within: null, short: null },
  talk: { base: null, mean: null, p90: null, position: null },
  satisfaction: null,
};

/** The part of calls that do not exceed {@link Figures}' `p90`. */
export const FIGURE_RANK = 0.9;
