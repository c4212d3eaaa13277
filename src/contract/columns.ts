import type { RecordField } from "./record-fields.ts";

/** The columns of a view whose link names none, in order. */
export const DEFAULT_COLUMNS = [
  "startTime",
  "contactType",
  "contactDisposition",
  "callingNumber",
  "callerLocation",
  "calledNumber",
  "calleeLocation",
  "agentNames",
  "skillGroupNames",
  "ivrTime",
  "queueTime",
  "ringTime",
  "talkTime",
  "callDuration",
  "satisfactionIndex",
  "satisfactionDescription",
  "releaseInitiator",
  "recordingReady",
] as const satisfies readonly RecordField[];
