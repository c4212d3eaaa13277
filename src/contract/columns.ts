import type { RecordField } from "./record-fields.ts";

/** The columns of a view whose link names none, in order. */
export const DEFAULT_COLUMNS = [
  "startTime",
  "contactType",
  "contactDisposition",
  "callingNumber",
  "calledNumber",
  "agentNames",
  "skillGroupNames",
  "callDuration",
  "talkTime",
  "queueTime",
  "ringTime",
  "ivrTime",
  "dialingTime",
  "satisfactionIndex",
  "satisfactionDescription",
  "callerLocation",
  "calleeLocation",
  "releaseInitiator",
  "recordingReady",
] as const satisfies readonly RecordField[];
