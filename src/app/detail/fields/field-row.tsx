import { memo, useId } from "react";
import { useTranslations } from "use-intl";
import { fieldNote } from "#app/i18n/field-note.ts";
import type { Words } from "#app/i18n/field-text.ts";
import { useMeanings } from "#app/i18n/use-meanings.ts";
import { ToneDot } from "#app/ui/tone-dot.tsx";
import type { CallRecord } from "#contract/record/call-record.ts";
import { isEnumField } from "#contract/record/enums.ts";
import type { RecordField } from "#contract/record/record-fields.ts";
import { isToned, toneOf } from "#contract/record/tones.ts";
import { FieldPanel } from "./field-panel.tsx";
import { FieldValue } from "./field-value.tsx";
import { textOfField } from "./field-words.ts";
import classes from "./fields.module.css";

interface FieldRowProps {
  readonly record: CallRecord;
  readonly field: RecordField;
  readonly words: Words;
  readonly isOpen: boolean;
  readonly onOpen: (field: RecordField | undefined) => void;
}

/** A field with its value. Its name opens what it means and what can be done with it. */
export const FieldRow = memo(function FieldRow(props: FieldRowProps) {
  const { record, field, words, isOpen, onOpen } = props;
  const t = useTranslations("detail");
  const meaning = useMeanings().fields[field];
  const id = useId();
  const text = textOfField(record, field, words);
  const note = fieldNote(record, field, words.labels);
  return (
    <div className={classes["field"]} data-field={field} data-open={isOpen || undefined}>
      <dt className={classes["term"]}>
        <button
          type="button"
          className={classes["name"]}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          aria-description={meaning}
          onClick={() => onOpen(isOpen ? undefined : field)}
        >
          {words.labels.fields[field]}
        </button>
      </dt>
      <dd className={text === undefined ? classes["absent"] : classes["value"]}>
        {isEnumField(field) && isToned(field) && text !== undefined && (
          <ToneDot tone={toneOf(field, record[field] ?? "")} />
        )}
        <FieldValue record={record} field={field} text={text ?? t("notGiven")} />
        {note !== undefined && <span className={classes["note"]}>{` · ${note}`}</span>}
      </dd>
      {isOpen && (
        <dd id={id} className={classes["panel"]}>
          <p className={classes["meaning"]}>{meaning}</p>
          <FieldPanel record={record} field={field} words={words} />
        </dd>
      )}
    </div>
  );
});
