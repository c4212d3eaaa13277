import * as z from "zod/mini";
import { callRecordSchema } from "#contract/record/call-record.ts";
import { spentSchema } from "./counts.ts";
import { LOCALES } from "./locales.ts";

/** `GET /api/session`: who is looking, and what they may look at. */
export const sessionSchema = z.object({
  /** null where no sign-in is configured. */
  user: z.nullable(z.object({ name: z.string() })),
  rights: z.array(z.string()),
  instances: z.array(z.object({ id: z.string(), name: z.string() })),
  /** IANA name; all calendar days are days of this zone. */
  timeZone: z.string(),
  retentionDays: z.number(),
  /** The language to start in, where the reader has not chosen one. */
  locale: z.enum(LOCALES),
  /** True when the records are generated: the screen says so. */
  sampleData: z.boolean(),
  /** The server's clock, ms: results are pinned by it, not by the reader's own. */
  serverTime: z.number(),
});
export type Session = z.infer<typeof sessionSchema>;

/** `GET /api/records`: one page of call records. */
export const recordsReplySchema = z.object({
  records: z.array(callRecordSchema),
  page: z.number(),
  pageSize: z.number(),
  /** Records that match; null past page 1, where the upstream does not count. */
  total: z.nullable(z.number()),
  /** The EndTime sent upstream, ms: no record of this reply started later. */
  asOf: z.number(),
  requestId: z.string(),
  /** What the page has cost upstream; nothing where another reader had just asked for it. */
  spent: spentSchema,
});
export type RecordsReply = z.infer<typeof recordsReplySchema>;

/** `GET /api/records/:contactId`: one call record. */
export const recordReplySchema = z.object({
  record: callRecordSchema,
  requestId: z.string(),
  spent: spentSchema,
});
export type RecordReply = z.infer<typeof recordReplySchema>;
