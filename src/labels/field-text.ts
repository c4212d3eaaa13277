import type { CallRecord } from "#contract/record/call-record.ts";
import { isEnumField } from "#contract/record/enums.ts";
import { fieldValue } from "#contract/record/field-value.ts";
import { RECORD_FIELDS, type RecordField } from "#contract/record/record-fields.ts";
import { surveyStateOf } from "#contract/record/survey-state.ts";
import type { Formats } from "./formats.ts";
import { enumLabel, type Labels } from "./labels.ts";

export interface Words {
  readonly labels: Labels;
  readonly formats: Formats;
  /** Now, ms: years other than this one are written out. */
  readonly nowMs: number;
}

/**
 * A field of a call record as the table, the drawer and the export write it, by the field's kind; undefined
 * where the upstream did not say.
 */
export function fieldText(
  record: CallRecord,
  field: RecordField,
  { labels, formats, nowMs }: Words,
): string | undefined {
  if (field === "recordingReady") return recordingText(record, labels);
  if (field === "satisfactionIndex" && record.satisfactionIndex === undefined)
    return noAnswerText(record, labels);
  const value = fieldValue(record, field);
  if (value === undefined) return undefined;
  const kind = RECORD_FIELDS[field];
  switch (kind) {
    case "text":
    case "phone":
      return String(value);
    case "enum":
      return isEnumField(field) ? enumLabel(labels, field, String(value)) : String(value);
    case "list":
      // A list is a transfer chain: who came first stands first.
      return (value as readonly string[]).join(" → ");
    case "instant":
      return formats.instantShort(value as number, nowMs);
    case "seconds":
      return formats.seconds(value as number);
    case "integer":
      return String(value);
    case "boolean":
      return value === true ? labels.records.yes : labels.records.no;
    default:
      return kind satisfies never;
  }
}

/**
 * Why a call has no answer to the survey: one that was not offered and one that was not answered
 * differ; undefined where the upstream did not say which.
 */
export function noAnswerText(record: CallRecord, labels: Labels): string | undefined {
  const state = surveyStateOf(record);
  if (state === undefined || state === "answered") return undefined;
  return state === "unanswered" ? labels.records.surveyUnanswered : labels.records.surveyNotOffered;
}

/** "Not ready yet" and "no recording" differ: a call that was never connected has none to come. */
function recordingText(record: CallRecord, labels: Labels): string | undefined {
  if (record.recordingReady === undefined) return undefined;
  if (record.recordingReady) return labels.records.recordingReady;
  return record.establishedTime === undefined
    ? labels.records.recordingNone
    : labels.records.recordingPending;
}
