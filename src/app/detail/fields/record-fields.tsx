import { useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useLabels } from "#app/i18n/use-labels.ts";
import { createChoice, usePreference } from "#app/ui/preference.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { RecordField } from "#contract/record/record-fields.ts";
import { FieldRow } from "./field-row.tsx";
import { DETAIL_SECTIONS, fieldsOf } from "./field-sections.ts";
import { textOfField } from "./field-words.ts";
import { MeaningTip } from "./meaning-tip.tsx";
import { RawJson } from "./raw-json.tsx";
import classes from "./fields.module.css";

const ABSENT = createChoice("callscope.detail.absent", ["open", "folded"]);

/** All 35 fields of a call record, in blocks, and then those that the upstream did not give. */
export function RecordFields({ record }: { record: CallRecord }) {
  const t = useTranslations("detail");
  const labels = useLabels();
  const formats = useFormats();
  const root = useRef<HTMLDivElement>(null);
  // One at a time: what is opened takes the place of what was.
  const [opened, setOpened] = useState<RecordField>();
  const [absentState, setAbsentState] = usePreference(ABSENT);
  const words = useMemo(() => ({ labels, formats, nowMs: 0 }), [labels, formats]);
  const all = DETAIL_SECTIONS.map((section) => ({ section, fields: fieldsOf(section) }));
  const isAbsent = (field: RecordField) => textOfField(record, field, words) === undefined;
  const absent = all.flatMap(({ fields }) => fields.filter(isAbsent));
  const isOpen = absentState === "open";

  const row = (field: RecordField) => (
    <FieldRow
      key={field}
      record={record}
      field={field}
      words={words}
      isOpen={opened === field}
      onOpen={setOpened}
    />
  );
  return (
    <div ref={root} className={classes["all"]}>
      {all.map(({ section, fields }) => {
        const given = fields.filter((field) => !isAbsent(field));
        return (
          given.length > 0 && (
            <section key={section} data-part={section} className={classes["section"]}>
              <h3 className={classes["title"]}>{t(`sections.${section}`)}</h3>
              <dl className={classes["fields"]}>{given.map(row)}</dl>
            </section>
          )
        );
      })}
      {absent.length > 0 && (
        <details
          data-part="absent"
          className={classes["section"]}
          open={isOpen}
          onToggle={({ currentTarget }) => setAbsentState(currentTarget.open ? "open" : undefined)}
        >
          <summary className={classes["summary"]}>
            <span className={classes["title"]}>{t("absent", { count: absent.length })}</span>
            {!isOpen && (
              <span className={classes["names"]}>
                {absent.map((field) => labels.fields[field]).join(t("separator"))}
              </span>
            )}
          </summary>
          {isOpen && <dl className={classes["fields"]}>{absent.map(row)}</dl>}
        </details>
      )}
      <RawJson record={record} />
      <MeaningTip root={root} opened={opened} />
    </div>
  );
}
