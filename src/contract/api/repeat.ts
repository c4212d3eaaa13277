import * as z from "zod/mini";
import { callRecordSchema } from "#contract/record/call-record.ts";
import { MAX_REACHABLE } from "#contract/record/list-limits.ts";
import { MAX_VIEW_LENGTH } from "./count-limits.ts";
import { problemSchema } from "./errors.ts";
import { spentSchema } from "./spent.ts";

// `POST /api/repeat`: the customers of a view who called, or were called, again within a day or a week, answered in
// lines (NDJSON). It takes reading all calls of the view, of which page numbers reach no more than so many.

/** The path, as the browser asks for it and the BFF serves it. */
export const REPEAT_ROUTE = "/api/repeat";

/** Calls of a view that are read, at most. */
export const MOST_READ = MAX_REACHABLE;
/** Callers who are listed, at most: those with the most calls. */
export const MOST_CALLERS = 500;
/** Dispositions that are told of one caller, at most: the latest. */
export const MOST_ENDINGS = 20;

/** The request's JSON body. */
export const repeatRequestSchema = z.strictObject({
  /** As in a link, with `within` where it is not a day. */
  view: z.string().check(z.maxLength(MAX_VIEW_LENGTH)),
});

const count = z.int().check(z.minimum(0));
const person = z.object({ id: z.string(), name: z.optional(z.string()) });

/** Somebody whose calls followed each other soon enough. */
const callerLine = z.object({
  /** Of the view. */
  calls: count,
  /** The most of them in any stretch of a day, or of the week that was asked for. */
  together: count,
  /** ms */
  firstAt: z.number(),
  lastAt: z.number(),
  /** Between the starts of two that follow each other, ms. */
  shortestMs: count,
  /** Of the latest calls, the earliest first; absent ones are empty. */
  endings: z.array(z.string()),
  agents: z.array(person),
  groups: z.array(person),
  /** The latest, by which their number is shown and followed. */
  call: callRecordSchema,
});

/** See {@link callerLine}. */
export type RepeatCaller = z.infer<typeof callerLine>;

const progressLine = z.object({ read: count, of: count });
/**
 * Behind the callers. `total`: the calls of the view. `read` those that were looked at; 0 where there are more than
 * can be. `withheld`: those of them without a number by which a customer could be told. `callers`: all, of whom the
 * first are listed. `reachFrom`: where there were too many, since when there are as many as can be read, ms; null
 * where that is not known.
 */
const foundLine = z.object({
  total: count,
  read: count,
  withheld: count,
  callers: count,
  reachFrom: z.optional(z.nullable(z.number())),
});

/** See {@link foundLine}. */
export type RepeatFound = z.infer<typeof foundLine>;

const problemLine = z.object({ problem: problemSchema });
const spentLine = z.object({ spent: spentSchema, waiting: z.boolean() });
/** Without it, or a problem, the reply has broken off. */
const endLine = z.object({ end: z.literal(true) });

/** One line of the reply. */
export const repeatLineSchema = z.union([
  callerLine,
  foundLine,
  progressLine,
  problemLine,
  spentLine,
  endLine,
]);

/** See {@link repeatLineSchema}. */
export type RepeatLine = z.infer<typeof repeatLineSchema>;
