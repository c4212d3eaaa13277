import * as z from "zod/mini";
import { FACET_KEYS, PERSON_KEYS } from "#contract/filter/filters.ts";
import { MOST_LEVEL_SECONDS } from "#contract/filter/service-level.ts";
import { SORT_FIELDS } from "#contract/record/enums.ts";
import { MAX_BUCKETS } from "#contract/time/max-buckets.ts";
import { MAX_ASKS, MAX_EXTRA_VALUES, MAX_TOGETHER, MAX_VIEW_LENGTH } from "./count-limits.ts";

// The questions of `POST /api/counts`. The server reads them: a browser needs their types alone.

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

const id = z.string().check(z.minLength(1), z.maxLength(128));

/**
 * The figures of the calls; with `people`, of those that name at least one of them, each call once. Several
 * people at once are known where all their calls can be read.
 */
const figuresAskSchema = z.strictObject({
  of: z.literal("figures"),
  view,
  /** The service level's. */
  seconds: z.int().check(z.minimum(1), z.maximum(MOST_LEVEL_SECONDS)),
  people: z.optional(
    z.strictObject({
      key: z.enum(PERSON_KEYS),
      ids: z.array(id).check(z.minLength(1), z.maxLength(MAX_TOGETHER)),
    }),
  ),
});

/**
 * Whom the calls name, with the figures of each where all calls can be read; else without, as far as some
 * of the calls tell who there is.
 */
const peopleAskSchema = z.strictObject({
  of: z.literal("people"),
  view,
  key: z.enum(PERSON_KEYS),
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
  figuresAskSchema,
  peopleAskSchema,
]);

/** See {@link askSchema}. */
export type Ask = z.infer<typeof askSchema>;

/** The questions of one sort, such as every `facet`. */
export type AskOf<K extends Ask["of"]> = Extract<Ask, { of: K }>;

/** The request's JSON body. Answers name a question by its position in `asks`, from 0. */
export const countsRequestSchema = z.strictObject({
  asks: z.array(askSchema).check(z.minLength(1), z.maxLength(MAX_ASKS)),
});
