import * as z from "zod/mini";
import { catch as orElse } from "zod/mini";

/** The edition of the provider's API, sent as `x-acs-version`. */
export const API_VERSION = "2020-07-01";

/**
 * The operations that are used, by the names that a request is signed with. Authority: the provider's
 * page of each.
 */
export const OPERATIONS = [
  "ListCallDetailRecords",
  "GetCallDetailRecord",
  "GetMonoRecording",
  "ListInstances",
  "ListSkillGroups",
  "ListUsers",
] as const;

/** One of {@link OPERATIONS}. */
export type Operation = (typeof OPERATIONS)[number];

/** A value of another type is as if it were not there: one odd field must not cost a page. */
const tolerantText = orElse(z.optional(z.nullable(z.string())), undefined);
const tolerantNumber = orElse(z.optional(z.nullable(z.union([z.number(), z.string()]))), undefined);

/**
 * Reads the outside of a reply, of a refusal too. Any field may be absent, and others may be there:
 * the gateway in front of the service leaves out `HttpStatusCode` and adds `HostId` and `Recommend`.
 * A reply of status 200 may still have a `Code` other than `OK`.
 */
export const envelopeSchema = z.looseObject({
  Code: tolerantText,
  Message: tolerantText,
  RequestId: tolerantText,
  HttpStatusCode: tolerantNumber,
  Data: z.optional(z.unknown()),
});

/** See {@link envelopeSchema}. */
export type Envelope = z.infer<typeof envelopeSchema>;

/**
 * Reads the `Data` of an operation that answers in pages. Numbers may come as text. `TotalCount` is 0
 * past page 1, whatever matches. A `List` that is no array is refused.
 */
export const pageDataSchema = z.looseObject({
  PageNumber: tolerantNumber,
  PageSize: tolerantNumber,
  TotalCount: tolerantNumber,
  List: z.optional(z.nullable(z.array(z.unknown()))),
});
