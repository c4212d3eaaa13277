import * as z from "zod/mini";
import { callRecordSchema } from "#contract/record/call-record.ts";
import { MAX_VIEW_LENGTH } from "./count-limits.ts";
import { problemSchema } from "./errors.ts";
import { spentSchema } from "./spent.ts";

// `POST /api/sample`: calls of a view drawn at random, answered in lines (NDJSON). Which ones is a matter of the
// view and its `sample` alone, and of the calls that are left out: whoever asks again is given the same.

/** The path, as the browser asks for it and the BFF serves it. */
export const SAMPLE_ROUTE = "/api/sample";

/** Calls that are left out of a draw, at most. */
export const MOST_LEFT_OUT = 1_000;

/** The request's JSON body. */
export const sampleRequestSchema = z.strictObject({
  /** As in a link, with `sample`. */
  view: z.string().check(z.maxLength(MAX_VIEW_LENGTH)),
  /** Contact ids of calls that are drawn no more: in their place stand those that would have come next. */
  without: z.optional(
    z.array(z.string().check(z.minLength(1), z.maxLength(128))).check(z.maxLength(MOST_LEFT_OUT)),
  ),
});

const count = z.int().check(z.minimum(0));

/**
 * `total`: the calls of the view. `among`: those of them that talked long enough; null where that is not known,
 * and each call that was drawn was looked at instead. `areAllAgents`, of a draw for each agent: false where only
 * those are known whom the newest calls name.
 */
const beginLine = z.object({
  total: count,
  among: z.nullable(count),
  areAllAgents: z.optional(z.boolean()),
});
/** How far it is: of the calls that are wanted, or of the agents. */
const progressLine = z.object({ done: count, of: count });
/** What was drawn, in its order: of all, or of one agent who has `among` such calls. */
const drawnLine = z.object({
  calls: z.array(callRecordSchema),
  agent: z.optional(
    z.object({ id: z.string(), name: z.optional(z.string()), among: z.nullable(count) }),
  ),
});

/** See {@link drawnLine}. */
export type DrawnLine = z.infer<typeof drawnLine>;

const problemLine = z.object({ problem: problemSchema });
/** As of `POST /api/counts`. */
const spentLine = z.object({ spent: spentSchema, waiting: z.boolean() });
/** Without it, or a problem, the reply has broken off. */
const endLine = z.object({ end: z.literal(true) });

/** One line of the reply. */
export const sampleLineSchema = z.union([
  beginLine,
  progressLine,
  drawnLine,
  problemLine,
  spentLine,
  endLine,
]);

/** See {@link sampleLineSchema}. */
export type SampleLine = z.infer<typeof sampleLineSchema>;
