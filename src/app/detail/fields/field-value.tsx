import type { CallRecord } from "#contract/record/call-record.ts";
import { RECORD_FIELDS, type RecordField } from "#contract/record/record-fields.ts";

interface FieldValueProps {
  readonly record: CallRecord;
  readonly field: RecordField;
  readonly text: string;
}

/** A text from outside goes its own way, each of a list by itself, or the arrows between them would turn around. */
export function FieldValue({ record, field, text }: FieldValueProps) {
  const value = record[field];
  // By the field's kind it is a list.
  const names =
    RECORD_FIELDS[field] === "list" ? (value as readonly string[] | undefined) : undefined;
  if (names === undefined) return <bdi>{text}</bdi>;
  return names.map((name, index) => (
    // The same agent may come twice: only the place in the chain tells them apart.
    <span key={index}>
      {index > 0 && <span>{" → "}</span>}
      <bdi>{name}</bdi>
    </span>
  ));
}
