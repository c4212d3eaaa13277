import type { RecordField } from "#contract/record/record-fields.ts";

export const DETAIL_SECTIONS = [
  "call",
  "parties",
  "handling",
  "durations",
  "recording",
  "identifiers",
] as const;
export type DetailSection = (typeof DETAIL_SECTIONS)[number];

/** Where each field stands in the drawer; a field without a place does not compile. */
const SECTION_OF = {
  contactType: "call",
  contactDisposition: "call",
  earlyMediaState: "call",
  releaseInitiator: "call",
  releaseReason: "call",
  callingNumber: "parties",
  callerLocation: "parties",
  calledNumber: "parties",
  calleeLocation: "parties",
  broker: "parties",
  additionalBroker: "parties",
  agentNames: "handling",
  agentIds: "handling",
  skillGroupNames: "handling",
  skillGroupIds: "handling",
  startTime: "durations",
  establishedTime: "durations",
  releaseTime: "durations",
  callDuration: "durations",
  ivrTime: "durations",
  queueTime: "durations",
  ringTime: "durations",
  waitTime: "durations",
  dialingTime: "durations",
  talkTime: "durations",
  heldTime: "durations",
  recordingReady: "recording",
  recordingDuration: "recording",
  satisfactionSurveyOffered: "recording",
  satisfactionSurveyChannel: "recording",
  satisfactionIndex: "recording",
  satisfactionDescription: "recording",
  contactId: "identifiers",
  callIds: "identifiers",
  instanceId: "identifiers",
} as const satisfies Record<RecordField, DetailSection>;

// The cast is sound: the object is a literal with exactly the fields as keys.
const PLACED = Object.keys(SECTION_OF) as readonly RecordField[];

/** The fields of a section, in the drawer's order. */
export function fieldsOf(section: DetailSection): readonly RecordField[] {
  return PLACED.filter((field) => SECTION_OF[field] === section);
}
