import * as z from "zod/mini";
import { LEVEL_PARTS } from "#contract/filter/level-part.ts";
import { SURVEY_STATES } from "#contract/record/survey-state.ts";
import { TONES } from "#contract/record/tones.ts";
import { problemSchema } from "./errors.ts";
import { figuresSchema, someFiguresSchema } from "./figures.ts";
import { spentSchema } from "./spent.ts";

// `POST /api/counts`: questions about how many calls there are, answered line by line (NDJSON) as
// the answers become known. Each question names a view, written as in a link, of which only
// instance, range and criteria matter. A count is exact and of the whole result, not of a page.

/** The path, as the browser asks for it and the BFF serves it. */
export const COUNTS_ROUTE = "/api/counts";

const count = z.int().check(z.minimum(0));
/** The position of the question in the request, from 0. */
const ask = z.int().check(z.minimum(0));
const byTone = z.partialRecord(z.enum(TONES), count);

/** How the BFF came by the counts: it read all the records, or it sent count probes. */
export const COUNT_PLANS = ["pages", "probes"] as const;

/** One of {@link COUNT_PLANS}. */
export type CountPlan = (typeof COUNT_PLANS)[number];

/** `total`: how many calls match. It ends its question. */
const totalLine = z.object({ ask, total: count });
/** One value of a facet; `name` where it is a person's or a group's and some record told it. */
const valueLine = z.object({ ask, value: z.string(), count, name: z.optional(z.string()) });
/**
 * Of a facet of the survey: how many calls are in one of its states; null where that is not known,
 * since it cannot be asked of the upstream and the records were not all read, or do not all say.
 * `atLeast`: calls that are known to be in it, where there may be more.
 */
const stateLine = z.object({
  ask,
  state: z.enum(SURVEY_STATES),
  count: z.nullable(count),
  atLeast: z.optional(count),
});
/**
 * One bucket, or one hour; `tones` divides it by what became of the calls. They may come later, in a second
 * line of it. `lasted`: the seconds of each of its calls, where a field was asked for. An hour of which nothing
 * was told by the end has no calls.
 */
const bucketLine = z.object({
  ask,
  bucket: count,
  count,
  tones: z.optional(byTone),
  lasted: z.optional(z.array(z.number())),
});
/**
 * Seconds at a rank. `base`: the calls that have a value, of all those that the view has; null where the
 * upstream calls that a question may cost do not suffice to count them. `position` of the rank counts from
 * 1 in descending order; null where there is no base. `seconds`: null likewise, and where the rank alone is
 * out of reach.
 */
const rankLine = z.object({
  ask,
  share: z.number(),
  seconds: z.nullable(z.number()),
  position: z.nullable(count),
  base: z.nullable(count),
});
/**
 * The parts of a service level, as `LEVEL_PARTS` tells them apart; null where the upstream calls that a question
 * may cost do not suffice to count one.
 */
const levelLine = z.object({ ask, level: z.record(z.enum(LEVEL_PARTS), z.nullable(count)) });
/** What is known so far of the figures; a later line has all that an earlier one had. */
const figuresLine = z.object({ ask, figures: someFiguresSchema });
/** Somebody whom a call names, the most often named first; with the figures of their calls where all were read. */
const personLine = z.object({
  ask,
  person: z.string(),
  name: z.optional(z.string()),
  figures: z.optional(figuresSchema),
});
/** How many pages of calls were read, of all that there are, where people are told from these. */
const readLine = z.object({ ask, read: count, of: count });
/**
 * Where all calls were read: the figures of all, of those that name nobody, and how many name several, each of whom
 * has the call.
 */
const nobodyLine = z.object({
  ask,
  all: figuresSchema,
  nobody: figuresSchema,
  several: count,
});
/**
 * The end of a question other than `total`. `total` are the calls among which it was counted. `other`,
 * of a facet: calls that none of the values told covers; null where that says nothing, as with people,
 * of whom a call may have several. `complete`: no value, and nobody, that some call has is missing.
 */
const endLine = z.object({
  ask,
  end: z.literal(true),
  total: count,
  plan: z.enum(COUNT_PLANS),
  other: z.optional(z.nullable(count)),
  complete: z.optional(z.boolean()),
});
/** A question that failed; the others go on. It ends its question. */
const problemLine = z.object({ ask, problem: problemSchema });
/** What this request has cost since the last such line. `waiting`: probes wait because the upstream throttles. */
const spentLine = z.object({ spent: spentSchema, waiting: z.optional(z.boolean()) });

/**
 * One line of the reply. A question has any number of lines, of which the last is a total (of a
 * `total`), an end (of any other) or a problem. Lines of several questions come mixed.
 */
// The first that fits is taken: an end has a total too.
export const countsLineSchema = z.union([
  endLine,
  totalLine,
  valueLine,
  stateLine,
  bucketLine,
  rankLine,
  levelLine,
  // Somebody's figures are of somebody first.
  personLine,
  nobodyLine,
  readLine,
  figuresLine,
  problemLine,
  spentLine,
]);

/** See {@link countsLineSchema}. */
export type CountsLine = z.infer<typeof countsLineSchema>;

/** A line about one question: every line but those that say what the request has cost. */
export type AnswerLine = Exclude<CountsLine, { spent: unknown }>;
