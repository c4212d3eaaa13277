import type { CallRecord } from "#contract/record/call-record.ts";
import { RECORD_FIELDS, type RecordField } from "#contract/record/record-fields.ts";
import { fieldText, type Words } from "#labels/field-text.ts";

/** As in the table, but with instants in full; undefined where the upstream did not say. */
export function textOfField(
  record: CallRecord,
  field: RecordField,
  words: Words,
): string | undefined {
  const value = record[field];
  if (RECORD_FIELDS[field] === "instant" && typeof value === "number")
    return words.formats.instant(value);
  return fieldText(record, field, words);
}
