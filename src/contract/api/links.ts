import * as z from "zod/mini";
import { parseText } from "#contract/filter/codec.ts";
import { PHONE_NAMES } from "#contract/filter/sealed-number.ts";

// `POST /api/links`: seals the numbers that a link is to hold, and opens those that it holds (decision 22).
// Either way the reply has the token of each, and what the reader may know of it. The path stands in
// `first-paths.ts`.

/** The sides of a call that have a number, by the names of the filters that compare with one. */
export const NUMBER_SIDES = [
  "caller",
  "called",
] as const satisfies readonly (typeof PHONE_NAMES)[number][];

/** One of {@link NUMBER_SIDES}. */
export type NumberSide = (typeof NUMBER_SIDES)[number];

/** As in a view, but as it stands. Absent: the first instance the reader may see. */
const instance = z.optional(z.string().check(z.refine((id) => parseText(id) === id)));
/** As an address has it: a token, or the number. */
const inAddress = z.string().check(z.minLength(1), z.maxLength(1_200));
const phoneName = z.enum(PHONE_NAMES);

/**
 * The request's JSON body: the numbers of a link by their filters, or the number at one side of a call, of which
 * there is a token for the filter of either.
 */
export const linksRequestSchema = z.union([
  z.strictObject({ instance, numbers: z.partialRecord(phoneName, inAddress) }),
  z.strictObject({
    instance,
    contactId: z.string().check(z.refine((id) => parseText(id) === id)),
    side: z.enum(NUMBER_SIDES),
  }),
]);

/** See {@link linksRequestSchema}. */
export type LinksRequest = z.infer<typeof linksRequestSchema>;

export const toldNumberSchema = z.object({
  token: z.string(),
  /** As the upstream compares with it; absent where the reader may not know it. */
  number: z.optional(z.string()),
  /** `138****5678` */
  masked: z.string(),
  /** Whether the reader may look at its calls. */
  mayFollow: z.boolean(),
  /** The same for all tokens of the number in this instance and filter. Absent where they may not. */
  print: z.optional(z.string()),
});

/** What a reader may know of a number in a link. */
export type ToldNumber = z.infer<typeof toldNumberSchema>;

/** The reply. */
export const linksReplySchema = z.object({
  /** The one that the tokens are of. */
  instance: z.string(),
  /** By filter, of all that was asked; null: a token that does not open. */
  numbers: z.partialRecord(phoneName, z.nullable(toldNumberSchema)),
});

/** See {@link linksReplySchema}. */
export type LinksReply = z.infer<typeof linksReplySchema>;
