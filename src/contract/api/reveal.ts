import * as z from "zod/mini";
import { parseText } from "#contract/filter/codec.ts";
import { callRecordSchema } from "#contract/record/call-record.ts";
import { spentSchema } from "./spent.ts";

// `POST /api/records/:contactId/reveal`: the numbers of one call record as they are, for a reader who
// sees them masked and has the right to see one at a time. It is noted who did, and why.

/** The path as the BFF serves it. */
export const REVEAL_ROUTE = "/api/records/:contactId/reveal";

/** The path that asks for the numbers of one call. */
export function revealPath(contactId: string): string {
  return REVEAL_ROUTE.replace(":contactId", () => encodeURIComponent(contactId));
}

/** Characters of a reason: letters and numerals at least, with all that stands between them at most. */
export const REASON_LENGTH = { least: 3, most: 200 } as const;

/** Without the blanks around it and what nobody sees. */
const seen = (text: string) => text.replace(/\p{Default_Ignorable_Code_Point}/gu, "").trim();

/** Whether a reason, {@link seen} or not, says too little to be one. */
export function isTooShortReason(text: string): boolean {
  return (text.match(/[\p{L}\p{N}]/gu) ?? []).length < REASON_LENGTH.least;
}

/** The request's JSON body. */
export const revealRequestSchema = z.strictObject({
  /** As in a view, but as it stands. Absent: the first instance the reader may see. */
  instance: z.optional(z.string().check(z.refine((id) => parseText(id) === id))),
  reason: z.string().check(
    z.overwrite(seen),
    z.refine((reason) => !isTooShortReason(reason)),
    z.maxLength(REASON_LENGTH.most),
  ),
});

/** See {@link revealRequestSchema}. */
export type RevealRequest = z.infer<typeof revealRequestSchema>;

/** The reply of {@link REVEAL_ROUTE}. */
export const revealReplySchema = z.object({
  /** Those fields of the record that a masked reader sees otherwise, as they are. */
  numbers: callRecordSchema,
  /** The upstream's request id where it gave one, else the BFF's own. */
  requestId: z.string(),
  spent: spentSchema,
});

/** See {@link revealReplySchema}. */
export type RevealReply = z.infer<typeof revealReplySchema>;
