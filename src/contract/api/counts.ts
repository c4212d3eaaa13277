import * as z from "zod/mini";
import { FACET_KEYS } from "#contract/filter/filters.ts";
import { LEVEL_PARTS } from "#contract/filter/level-part.ts";
import { MOST_LEVEL_SECONDS } from "#contract/filter/service-level.ts";
import { SORT_FIELDS } from "#contract/record/enums.ts";
import { SURVEY_STATES } from "#contract/record/survey-state.ts";
import { TONES } from "#contract/record/tones.ts";
import { MAX_BUCKETS } from "#contract/time/max-buckets.ts";
import { problemSchema } from "./errors.ts";
import { spentSchema } from "./spent.ts";

// `POST /api/counts`: questions about how many calls there are, answered line by line (NDJSON) as
// the answers become known. Each question names a view, written as in a link, of which only
// instance, range and criteria matter. A count is exact and of the whole result, not of a page.

/** The path, as the browser asks for it and the BFF serves it. */
export const COUNTS_ROUTE = "/api/counts";

/** Questions in one request, at most: a screen full of facets, with room. */
export const MAX_ASKS = 64;
/** Longer than any link that a browser can open. */
export const MAX_VIEW_LENGTH = 16_384;
/** Values that a facet is asked to count beyond those that it finds by itself, at most. */
export const MAX_EXTRA_VALUES = 50;
/** Hours that are counted by asking for each, at most: a month, with the hour by which clocks go back. */
export const MOST_HOURS = 31 * 24 + 1;

/** The durations that the upstream can sort by, so that the value at a rank can be looked up. */
export const RANKED_FIELDS = SORT_FIELDS.filter((field) => field !== "startTime");

/** One of {@link RANKED_FIELDS}. */
export type RankedField = (typeof RANKED_FIELDS)[number];

/** `?range=…&disposition=…`, with or without the question mark. */
const view = z.string().check(z.maxLength(MAX_VIEW_LENGTH));

/** How many calls the view has. */
const totalAskSchema = z.strictObject({ of: z.literal("total"), view });

/**
 * One count for each value of a facet. The facet's own criterion is left out of the view: what is
 * counted is what a tick would give. `extra` are values that must be counted whether or not the
 * facet would find them: those that are chosen, those that the reader used lately.
 */
const facetAskSchema = z.strictObject({
  of: z.literal("facet"),
  view,
  facet: z.enum(FACET_KEYS),
  extra: z.optional(
    z
      .array(z.string().check(z.minLength(1), z.maxLength(128)))
      .check(z.maxLength(MAX_EXTRA_VALUES)),
  ),
});

const instant = z.int().check(z.minimum(0));

/**
 * One count for each stretch of time: bucket `i` is from `edges[i]` (ms, inclusive) to `edges[i + 1]`
 * (exclusive), as far as it lies within the view's range.
 */
const timesAskSchema = z.strictObject({
  of: z.literal("times"),
  view,
  edges: z.array(instant).check(
    z.minLength(2),
    z.maxLength(MAX_BUCKETS + 1),
    z.refine(
      (edges) => edges.every((edge, index) => index === 0 || edge > (edges[index - 1] ?? -1)),
      "Each edge must be later than the one before it.",
    ),
  ),
});

/**
 * The value that `share` of the calls that have one do not exceed, by rank; 0.5 is the median. A call
 * has one where it spent more than 0 s in what the field times: a wait of those that never queued is no
 * wait.
 */
const ranksAskSchema = z.strictObject({
  of: z.literal("ranks"),
  view,
  field: z.enum(RANKED_FIELDS),
  shares: z.array(z.number().check(z.gt(0), z.lt(1))).check(z.minLength(1), z.maxLength(5)),
});

/**
 * One count for each hour that the clocks of the server's zone show within the view's range, as `weekHoursOf`
 * divides it. With a field: of the calls that spent more than 0 s in it, and how long each did. Without reading
 * all of the calls no more than `MOST_HOURS` hours are counted, and no more than `MOST_SORTED` durations told.
 */
const hoursAskSchema = z.strictObject({
  of: z.literal("hours"),
  view,
  field: z.optional(z.enum(RANKED_FIELDS)),
});

/** How many of the calls that were offered to agents were answered within so many seconds in the queue. */
const levelAskSchema = z.strictObject({
  of: z.literal("level"),
  view,
  seconds: z.int().check(z.minimum(1), z.maximum(MOST_LEVEL_SECONDS)),
});

/** One question. `of` says what is asked, and which other fields there are. */
export const askSchema = z.discriminatedUnion("of", [
  totalAskSchema,
  facetAskSchema,
  timesAskSchema,
  hoursAskSchema,
  ranksAskSchema,
  levelAskSchema,
]);

/** See {@link askSchema}. */
export type Ask = z.infer<typeof askSchema>;

/** The questions of one sort, such as every `facet`. */
export type AskOf<K extends Ask["of"]> = Extract<Ask, { of: K }>;

/** The request's JSON body. Answers name a question by its position in `asks`, from 0. */
export const countsRequestSchema = z.strictObject({
  asks: z.array(askSchema).check(z.minLength(1), z.maxLength(MAX_ASKS)),
});

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
/**
 * The end of a question other than `total`. `total` are the calls among which it was counted. `other`,
 * of a facet: calls that none of the values told covers; null where that says nothing, as with people,
 * of whom a call may have several. `complete`: no value that some call has is missing.
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
  problemLine,
  spentLine,
]);

/** See {@link countsLineSchema}. */
export type CountsLine = z.infer<typeof countsLineSchema>;

/** A line about one question: every line but those that say what the request has cost. */
export type AnswerLine = Exclude<CountsLine, { spent: unknown }>;
