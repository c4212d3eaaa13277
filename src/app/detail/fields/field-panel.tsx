import { listOf } from "#app/view/actions/target-value.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { RecordField } from "#contract/record/record-fields.ts";
import type { Words } from "#labels/field-text.ts";
import { textOfField } from "./field-words.ts";
import { ValueActions } from "./value-actions.tsx";
import classes from "./fields.module.css";

interface FieldPanelProps {
  readonly record: CallRecord;
  readonly field: RecordField;
  readonly words: Words;
}

/** What can be done with a field's value, or with each of several. */
export function FieldPanel({ record, field, words }: FieldPanelProps) {
  const target = { record, column: field, field };
  const items = listOf(record, field) ?? [];
  if (items.length > 1)
    return items.map((item, index) => (
      // The same agent may come twice: only the place in the chain tells them apart.
      <div key={index} role="group" aria-label={item}>
        <p className={classes["item"]}>
          <bdi>{item}</bdi>
        </p>
        <ValueActions target={{ ...target, index }} text={item} words={words} />
      </div>
    ));
  return (
    <ValueActions
      target={items.length === 1 ? { ...target, index: 0 } : target}
      text={textOfField(record, field, words)}
      words={words}
    />
  );
}
