import * as z from "zod/mini";
import { problemSchema } from "./errors.ts";

// `GET /api/export?<view>&format=`: all calls that match as one file. It takes the names that the page writes
// into its link (decision 22 for numbers), `format`, `locale`, and `reason` where one is asked for. With `frames=1`
// the file comes in frames, between which stands how far it is; without, as a browser or curl saves it.

/** The path as the BFF serves it. */
export const WHOLE_EXPORT_ROUTE = "/api/export";

/** The media type of a file in frames. */
export const FRAMES_TYPE = "application/vnd.callscope.export-frames";

/** How the file can be had. */
export const WHOLE_FORMATS = ["csv", "xlsx"] as const;

/** See {@link WHOLE_FORMATS}. */
export type WholeFormat = (typeof WHOLE_FORMATS)[number];

const count = z.int().check(z.minimum(0));

/** Why a file does not have all that it should, or more. */
export const INCOMPLETE_REASONS = [
  /** What the slices had does not add up to the total, asked again too: the upstream contradicts itself. */
  "counts_differ",
  /** More calls began at one instant than page numbers reach. */
  "too_many_at_once",
] as const;

/** See {@link INCOMPLETE_REASONS}. */
export type IncompleteReason = (typeof INCOMPLETE_REASONS)[number];

/**
 * A frame is a line of JSON. `bytes` is followed by so many bytes of the file; the others stand alone. The
 * first frame is a `start`, the last an `end` or a `problem`; a body that ends with neither was cut.
 */
export const exportFrameSchema = z.union([
  z.strictObject({
    start: z.strictObject({
      /** How many calls match, as of `asOf`. */
      total: count,
      /** ms */
      asOf: z.number(),
      /** With its ending. */
      name: z.string(),
      /** Media type. */
      type: z.string(),
      /** How many records were written before: 0, or where it goes on after an interruption. */
      written: count,
    }),
  }),
  z.strictObject({ bytes: z.int().check(z.minimum(1)) }),
  /** How far it is, some times a second. */
  z.strictObject({ written: count }),
  /**
   * The bytes until here are whole slices: asked again with `after`, the file goes on from here, byte by
   * byte, and the bytes that came after this frame are to be thrown away.
   */
  z.strictObject({ written: count, after: z.string() }),
  z.strictObject({
    end: z.strictObject({
      written: count,
      total: count,
      /** How many came in while it was read, beyond `total`. */
      arrived: count,
      /** null: all that match are in it. */
      incomplete: z.nullable(z.enum(INCOMPLETE_REASONS)),
      requestId: z.string(),
    }),
  }),
  z.strictObject({ problem: problemSchema }),
]);

/** See {@link exportFrameSchema}. */
export type ExportFrame = z.infer<typeof exportFrameSchema>;
