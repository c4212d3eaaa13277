/**
 * The 35 fields of a call record with the kind of thing that each holds. The wire name follows by the
 * mechanical rule `contactId` ⇄ `ContactId`; parsing, columns, the drawer, export and the embedded
 * upstream's table follow from the kind. Authority: the provider's page of `ListCallDetailRecords`,
 * and its newer editions for `callIds`, `dialingTime`, `heldTime`, `releaseReason` and `talkTime`.
 *
 * | kind      | in a CallRecord   | on the wire                       |
 * |-----------|-------------------|-----------------------------------|
 * | `text`    | string            | string                            |
 * | `phone`   | string, perhaps masked with `*` | string              |
 * | `enum`    | string, documented spelling or as it came | string    |
 * | `list`    | string[]          | comma-joined string               |
 * | `instant` | number, ms since the epoch | int64                    |
 * | `seconds` | number            | int, or string for `CallDuration` |
 * | `integer` | number            | int                               |
 * | `boolean` | boolean           | bool                              |
 */
export const RECORD_FIELDS = {
  contactId: "text",
  instanceId: "text",
  contactType: "enum",
  contactDisposition: "enum",
  startTime: "instant",
  establishedTime: "instant",
  releaseTime: "instant",
  callDuration: "seconds",
  talkTime: "seconds",
  ivrTime: "seconds",
  queueTime: "seconds",
  ringTime: "seconds",
  waitTime: "seconds",
  dialingTime: "seconds",
  heldTime: "seconds",
  callingNumber: "phone",
  callerLocation: "text",
  calledNumber: "phone",
  calleeLocation: "text",
  broker: "phone",
  additionalBroker: "phone",
  agentIds: "list",
  agentNames: "list",
  skillGroupIds: "list",
  skillGroupNames: "list",
  callIds: "list",
  earlyMediaState: "enum",
  releaseInitiator: "enum",
  releaseReason: "text",
  recordingReady: "boolean",
  recordingDuration: "seconds",
  satisfactionSurveyOffered: "boolean",
  satisfactionSurveyChannel: "enum",
  satisfactionIndex: "integer",
  satisfactionDescription: "text",
} as const;

/** The name of a field of a call record. */
export type RecordField = keyof typeof RECORD_FIELDS;
/** The names of the fields of one kind, such as every `phone`. */
export type FieldOfKind<K extends FieldKind> = {
  [F in RecordField]: (typeof RECORD_FIELDS)[F] extends K ? F : never;
}[RecordField];
/** The kind of thing that a field holds. */
export type FieldKind = (typeof RECORD_FIELDS)[RecordField];

/**
 * The fields that every call has a value in, whatever its course; any other may be absent. A start of 0
 * is an early one: the upstream finds and counts the call by it.
 */
export const ALWAYS_THERE: ReadonlySet<RecordField> = new Set([
  "contactType",
  "contactDisposition",
  "startTime",
]);

/** The names of all fields, in the order of {@link RECORD_FIELDS}. */
// The cast is sound: the object is a literal of this module with no other keys.
export const RECORD_FIELD_NAMES = Object.keys(RECORD_FIELDS) as readonly RecordField[];
