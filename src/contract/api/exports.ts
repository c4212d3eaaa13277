import * as z from "zod/mini";
import { MAX_VIEW_LENGTH } from "./count-limits.ts";

// `POST /api/exports`: the browser says which rows it is about to save or to copy, and they are written to the
// audit log before it does. It makes the file itself, of rows that it has.

/** The path as the BFF serves it. */
export const EXPORTS_ROUTE = "/api/exports";

const count = z.int().check(z.minimum(1));

/** The request's JSON body. */
export const exportRequestSchema = z.strictObject({
  /** The view that the rows are of, written as in a link. */
  view: z.string().check(z.maxLength(MAX_VIEW_LENGTH)),
  records: count,
  /** Of the file; absent where rows are copied. */
  bytes: z.optional(count),
});

/** See {@link exportRequestSchema}. */
export type ExportRequest = z.infer<typeof exportRequestSchema>;

/** The reply of {@link EXPORTS_ROUTE}: the export is written down. */
export const exportReplySchema = z.object({
  /** As in the audit log. */
  requestId: z.string(),
});

/** See {@link exportReplySchema}. */
export type ExportReply = z.infer<typeof exportReplySchema>;
