import { useTranslations } from "use-intl";
import { fieldNote } from "#app/i18n/field-note.ts";
import { ToneDot } from "#app/ui/tone-dot.tsx";
import type { CallRecord } from "#contract/record/call-record.ts";
import { isEnumField } from "#contract/record/enums.ts";
import { RECORD_FIELDS, type RecordField } from "#contract/record/record-fields.ts";
import { isToned, toneOf } from "#contract/record/tones.ts";
import type { Words } from "#labels/field-text.ts";
import { textOfField } from "./field-words.ts";
import classes from "./fields.module.css";

interface FieldValueProps {
  readonly record: CallRecord;
  readonly field: RecordField;
  readonly words: Words;
}

/** What a record says of a field, with its tone and what is to be noted of it; or that it says nothing. */
export function FieldValue({ record, field, words }: FieldValueProps) {
  const t = useTranslations("detail");
  const text = textOfField(record, field, words);
  const note = fieldNote(record, field, words.labels);
  return (
    <>
      {isEnumField(field) && isToned(field) && text !== undefined && (
        <ToneDot tone={toneOf(field, record[field] ?? "")} />
      )}
      {isolated(record, field, text ?? t("notGiven"))}
      {note !== undefined && <span className={classes["note"]}>{` · ${note}`}</span>}
    </>
  );
}

/** A text from outside goes its own way, each of a list by itself, or the arrows between them would turn around. */
function isolated(record: CallRecord, field: RecordField, text: string) {
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
