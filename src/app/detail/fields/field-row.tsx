import { memo, useId } from "react";
import { useMeanings } from "#app/i18n/use-meanings.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { RecordField } from "#contract/record/record-fields.ts";
import type { Words } from "#labels/field-text.ts";
import { FieldName } from "./field-name.tsx";
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
  const meaning = useMeanings().fields[field];
  const id = useId();
  const isAbsent = textOfField(record, field, words) === undefined;
  return (
    <div className={classes["field"]} data-field={field} data-open={isOpen || undefined}>
      <dt>
        <FieldName field={field} panel={id} isOpen={isOpen} onOpen={onOpen} />
      </dt>
      <dd className={isAbsent ? classes["absent"] : classes["value"]}>
        <FieldValue record={record} field={field} words={words} />
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
