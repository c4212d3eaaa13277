import * as z from "zod";

// An event of the audit log in the words of the Open Cybersecurity Schema Framework, which log systems
// read as they are. What it has no word for (instance, filter, how many records) stands in `unmapped`.
//
// Authority: https://schema.ocsf.io/1.5.0/classes/authentication, …/classes/api_activity

/** Characters of any text of an event: what is longer is cut. */
export const LONGEST_TEXT = 256;
/** Values of one filter: what is more is left out. */
export const MOST_VALUES = 32;

const text = z.string().max(LONGEST_TEXT);
const count = z.int().min(0);

/** `uid` is the provider's `sub`; neither where nobody is signed in. */
const user = z.strictObject({
  uid: text.optional(),
  name: text.optional(),
  /** 1 a user, 0 unknown. */
  type_id: z.literal([0, 1]),
});

const common = {
  /** ms since the epoch */
  time: z.int(),
  /** 1 informational, 3 medium: something was refused. */
  severity_id: z.literal([1, 3]),
  /** 1 success, 2 failure. */
  status_id: z.literal([1, 2]),
  /** Why not: an error code of ours. */
  status_code: text.optional(),
  actor: z.strictObject({ user }),
  src_endpoint: z.strictObject({ ip: z.union([z.ipv4(), z.ipv6()]).optional() }),
  /** The path is the route's pattern: an address holds what people filter by. */
  http_request: z.strictObject({
    http_method: text,
    url: z.strictObject({ path: text }),
  }),
  metadata: z.strictObject({
    version: z.literal("1.5.0"),
    product: z.strictObject({ name: text, vendor_name: text, version: text }),
    /** The request's id, as in `X-Request-Id` and in the server's log. */
    uid: text,
  }),
};

const authentication = z.strictObject({
  class_uid: z.literal(3002),
  category_uid: z.literal(3),
  /** 1 logon, 2 logoff. */
  activity_id: z.literal([1, 2]),
  type_uid: z.literal([300_201, 300_202]),
  ...common,
  user,
  /** 4: OpenID. */
  auth_protocol_id: z.literal(4),
  service: z.strictObject({ name: text }),
});

/** What a reader does that shows something of calls, or would. */
export const OPERATIONS = [
  "records.search",
  "records.count",
  "people.search",
  "record.open",
  "number.reveal",
  "recording.listen",
  "recording.download",
  "export.page",
  "export.all",
  // whatever it was
  "refused",
] as const;

/** One of {@link OPERATIONS}. */
export type Operation = (typeof OPERATIONS)[number];

const apiActivity = z.strictObject({
  class_uid: z.literal(6003),
  category_uid: z.literal(6),
  /** 2: read. */
  activity_id: z.literal(2),
  type_uid: z.literal(600_302),
  ...common,
  api: z.strictObject({
    operation: z.enum(OPERATIONS),
    response: z.strictObject({ code: z.int(), error: text }).optional(),
  }),
  /** The one record that it was about. */
  resources: z.array(z.strictObject({ uid: text, type: z.literal("call record") })).optional(),
  unmapped: z
    .strictObject({
      instances: z.array(text).max(MOST_VALUES).optional(),
      /** By the names of links. Numbers are masked, what somebody typed is `set`. */
      filter: z.record(text, z.array(text).max(MOST_VALUES)).optional(),
      /** Records, or people, that were shown. */
      records: count.optional(),
      /** Of a recording or an export. */
      bytes: count.optional(),
      /** Of an answer in lines: an event before the first, another behind the last. */
      part: z.enum(["begin", "end"]).optional(),
      /** Questions about counts. */
      asks: count.optional(),
      /** Why a number was to be seen or so many calls exported, in the reader's words, numbers masked. */
      reason: text.optional(),
      /** The right that was missing. */
      right: text.optional(),
    })
    .optional(),
});

/** A line of the audit log. */
export const auditEventSchema = z.discriminatedUnion("class_uid", [authentication, apiActivity]);

/** See {@link auditEventSchema}. */
export type AuditEvent = z.infer<typeof auditEventSchema>;
export type ApiActivity = z.infer<typeof apiActivity>;
