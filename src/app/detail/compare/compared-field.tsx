import { useId } from "react";
import { useTranslations } from "use-intl";
import { FieldName } from "#app/detail/fields/field-name.tsx";
import { FieldPanel } from "#app/detail/fields/field-panel.tsx";
import { FieldValue } from "#app/detail/fields/field-value.tsx";
import { textOfField } from "#app/detail/fields/field-words.ts";
import { useMeanings } from "#app/i18n/use-meanings.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { RecordField } from "#contract/record/record-fields.ts";
import type { Words } from "#labels/field-text.ts";
import heard from "#app/ui/heard.module.css";
import classes from "./compare.module.css";

interface ComparedFieldProps {
  readonly field: RecordField;
  readonly pinned: CallRecord;
  readonly open: CallRecord;
  readonly differs: boolean;
  readonly words: Words;
  readonly isOpen: boolean;
  readonly onOpen: (field: RecordField | undefined) => void;
}

/** A field with the values of two calls. Its name opens what it means and what can be done with each. */
export function ComparedField(props: ComparedFieldProps) {
  const { field, pinned, open, differs, words, isOpen, onOpen } = props;
  const t = useTranslations("compare");
  const meaning = useMeanings().fields[field];
  const id = useId();
  const calls = { pinned, open };
  return (
    <>
      <tr data-field={field} data-differs={differs || undefined}>
        <th scope="row">
          <FieldName field={field} panel={id} isOpen={isOpen} onOpen={onOpen} />
          {differs && (
            <>
              <span aria-hidden className={classes["mark"]}>
                ≠
              </span>
              <span className={heard["heard"]}>{t("differs")}</span>
            </>
          )}
        </th>
        <ComparedValue record={pinned} field={field} words={words} />
        <ComparedValue record={open} field={field} words={words} />
      </tr>
      {isOpen && (
        <tr id={id}>
          <td colSpan={3} className={classes["panel"]}>
            <p>{meaning}</p>
            <div className={classes["panels"]}>
              {(["pinned", "open"] as const).map((side) => (
                <div key={side} role="group" aria-label={t(side)}>
                  <p className={classes["which"]}>{t(side)}</p>
                  <FieldPanel record={calls[side]} field={field} words={words} />
                </div>
              ))}
            </div>
          </td>
        </tr>
      )}
    </>
  );
}

interface ComparedValueProps {
  readonly record: CallRecord;
  readonly field: RecordField;
  readonly words: Words;
}

function ComparedValue({ record, field, words }: ComparedValueProps) {
  return (
    <td data-absent={textOfField(record, field, words) === undefined || undefined}>
      <FieldValue record={record} field={field} words={words} />
    </td>
  );
}
