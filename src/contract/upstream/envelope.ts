import * as z from "zod/mini";
import { catch as orElse } from "zod/mini";

/** The provider's API edition. */
export const API_VERSION = "2020-07-01";

/** The operations that are used, by the name they are signed with. */
export const OPERATIONS = [
  "ListCallDetailRecords",
  "GetCallDetailRecord",
  "GetMonoRecording",
  "ListInstances",
  "ListSkillGroups",
  "ListUsers",
] as const;
export type Operation = (typeof OPERATIONS)[number];

/** What is of another type is as if it were not there: one odd field must not cost a page. */
const tolerantText = orElse(z.optional(z.nullable(z.string())), undefined);
const tolerantNumber = orElse(z.optional(z.nullable(z.union([z.number(), z.string()]))), undefined);

/**
 * The outside of every reply, errors included. Tolerant: the gateway in front of the service leaves
 * out `HttpStatusCode` and adds `HostId` and `Recommend`, and a 200 may carry a `Code` ≠ `OK`.
 */
export const envelopeSchema = z.looseObject({
  Code: tolerantText,
  Message: tolerantText,
  RequestId: tolerantText,
  HttpStatusCode: tolerantNumber,
  Data: z.optional(z.unknown()),
});
export type Envelope = z.infer<typeof envelopeSchema>;

/** `Data` of an operation that answers in pages. Numbers may come as text. */
export const pageDataSchema = z.looseObject({
  PageNumber: tolerantNumber,
  PageSize: tolerantNumber,
  TotalCount: tolerantNumber,
  List: z.optional(z.nullable(z.array(z.unknown()))),
});
