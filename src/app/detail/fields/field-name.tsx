import { useLabels } from "#app/i18n/use-labels.ts";
import { useMeanings } from "#app/i18n/use-meanings.ts";
import type { RecordField } from "#contract/record/record-fields.ts";
import classes from "./field-name.module.css";

interface FieldNameProps {
  readonly field: RecordField;
  /** Of what it opens: the field's panel. */
  readonly panel: string;
  readonly isOpen: boolean;
  readonly onOpen: (field: RecordField | undefined) => void;
}

/** The name of a field, which opens what it means and what can be done with it. */
export function FieldName({ field, panel, isOpen, onOpen }: FieldNameProps) {
  const labels = useLabels();
  const meaning = useMeanings().fields[field];
  return (
    <button
      type="button"
      className={classes["name"]}
      aria-expanded={isOpen}
      aria-controls={isOpen ? panel : undefined}
      aria-description={meaning}
      onClick={() => onOpen(isOpen ? undefined : field)}
    >
      {labels.fields[field]}
    </button>
  );
}
