import { useTranslations } from "use-intl";
import { fieldNote } from "#app/i18n/field-note.ts";
import { fieldText } from "#app/i18n/field-text.ts";
import { useFormats } from "#app/i18n/formats.ts";
import { useLabels } from "#app/i18n/labels.ts";
import { ToneDot } from "#app/ui/tone-dot.tsx";
import type { CallRecord } from "#contract/record/call-record.ts";
import { isEnumField } from "#contract/record/enums.ts";
import { RECORD_FIELDS, type RecordField } from "#contract/record/record-fields.ts";
import { isToned, toneOf } from "#contract/record/tones.ts";
import { DETAIL_SECTIONS, fieldsOf } from "./detail-sections.ts";
import classes from "./record-drawer.module.css";

/** All 35 fields of a call record, in blocks; what the upstream did not say is said to be so. */
export function RecordFields({ record }: { record: CallRecord }) {
  const t = useTranslations("detail");
  const labels = useLabels();
  const formats = useFormats();

  /** As in the table, but with instants in full. */
  function text(field: RecordField): string | undefined {
    const value = record[field];
    if (RECORD_FIELDS[field] === "instant" && typeof value === "number")
      return formats.instant(value);
    return fieldText(record, field, { labels, formats, nowMs: 0 });
  }

  return DETAIL_SECTIONS.map((section) => (
    <section key={section} className={classes["section"]}>
      <h3 className={classes["title"]}>{t(`sections.${section}`)}</h3>
      <dl className={classes["fields"]}>
        {fieldsOf(section).map((field) => {
          const value = text(field);
          const note = fieldNote(record, field, labels);
          return (
            <div key={field} className={classes["field"]}>
              <dt className={classes["name"]}>{labels.fields[field]}</dt>
              <dd className={value === undefined ? classes["absent"] : classes["value"]}>
                {isEnumField(field) && isToned(field) && value !== undefined && (
                  <ToneDot tone={toneOf(field, record[field] ?? "")} />
                )}
                <FieldValue record={record} field={field} text={value ?? t("notGiven")} />
                {note !== undefined && <span className={classes["name"]}>{` · ${note}`}</span>}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  ));
}

interface FieldValueProps {
  readonly record: CallRecord;
  readonly field: RecordField;
  readonly text: string;
}

/** A text from outside goes its own way, each of a list by itself, or the arrows between them would turn around. */
function FieldValue({ record, field, text }: FieldValueProps) {
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
