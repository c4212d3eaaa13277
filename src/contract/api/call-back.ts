import * as z from "zod/mini";
import { callRecordSchema } from "#contract/record/call-record.ts";
import { MAX_VIEW_LENGTH } from "./count-limits.ts";
import { problemSchema } from "./errors.ts";
import { spentSchema } from "./spent.ts";

// `POST /api/call-back`: the callers of a view who reached nobody, and whom nobody has talked to since. Answered
// line by line (NDJSON), a line for each of them as soon as it is known that they are still waiting.

/** The path, as the browser asks for it and the BFF serves it. */
export const CALL_BACK_ROUTE = "/api/call-back";

/** The latest calls that are looked at, where there are more: ten pages of the upstream. */
export const MOST_TRIES = 1_000;

/** The request's JSON body. */
export const callBackRequestSchema = z.strictObject({
  /** The view, written as in a link, of which only instance, range and criteria matter. */
  view: z.string().check(z.maxLength(MAX_VIEW_LENGTH)),
});

const count = z.int().check(z.minimum(0));
const instant = z.number();

/**
 * What is looked at: comes once, before any caller. `tries` calls that reached nobody, of `of` in view, the latest
 * ones, since `since` (absent where there are none). `callers` have them placed. `withheld` of the calls give no
 * number that can be called. `upTo`: no call that began later is looked at, ms. `isOwn`: only calls that
 * the reader may see are, so that others may have called back.
 */
const lookedLine = z.object({
  tries: count,
  of: count,
  since: z.optional(instant),
  upTo: instant,
  callers: count,
  withheld: count,
  isOwn: z.boolean(),
});

/** Calls to a customer that reached nobody. */
const inVainSchema = z.object({ count, lastAt: instant });

/** A caller who is still waiting. */
const callerLine = z.object({
  /** The same text for the same caller; it tells nothing of the number. */
  caller: z.string(),
  /** The last call of theirs in view. */
  call: callRecordSchema,
  /** Their calls in view that reached nobody, since somebody last talked to them. */
  tries: count,
  /** The first of these. */
  firstAt: instant,
  /** How long they waited in one of them, at most, s; absent where they never came as far as a queue. */
  longestWait: z.optional(z.number()),
  /** Since the last one of these; absent where nobody has tried. */
  inVain: z.optional(inVainSchema),
});

/** So many of the callers are judged by now. */
const judgedLine = z.object({ judged: count });

/**
 * The end. Of all callers these were talked to since, and of `unjudged` nobody knows, because of `problem`,
 * or because too many calls go by their number.
 */
const endLine = z.object({
  end: z.literal(true),
  gotThrough: count,
  calledBack: count,
  unjudged: count,
  problem: z.optional(problemSchema),
});
/** Nothing could be looked at. Ends the reply likewise. */
const problemLine = z.object({ problem: problemSchema });
/** What this request has cost since the last such line. `waiting`: upstream calls wait, for it throttles. */
const spentLine = z.object({ spent: spentSchema, waiting: z.boolean() });

/** One line of the reply, of which the last is an end or a problem. */
// The first that fits is taken: an end may have a problem, too.
export const callBackLineSchema = z.union([
  endLine,
  lookedLine,
  callerLine,
  judgedLine,
  problemLine,
  spentLine,
]);

/** See {@link callBackLineSchema}. */
export type CallBackLine = z.infer<typeof callBackLineSchema>;
export type CallBackLooked = z.infer<typeof lookedLine>;
export type WaitingCaller = z.infer<typeof callerLine>;
export type CallBackEnd = z.infer<typeof endLine>;
