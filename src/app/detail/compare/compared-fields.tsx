import { useSuspenseQuery } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { sessionQuery } from "#app/api/session-query.ts";
import { DETAIL_SECTIONS, fieldsOf } from "#app/detail/fields/field-sections.ts";
import { MeaningTip } from "#app/detail/fields/meaning-tip.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useLabels } from "#app/i18n/use-labels.ts";
import { createChoice, usePreference } from "#app/ui/preference.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { RECORD_FIELD_NAMES, type RecordField } from "#contract/record/record-fields.ts";
import { ComparedField } from "./compared-field.tsx";
import { isSameIn } from "./differing-fields.ts";
import classes from "./compare.module.css";

const SHOWN = createChoice("callscope.compare.fields", ["differing", "all"]);

interface ComparedFieldsProps {
  readonly pinned: CallRecord;
  readonly open: CallRecord;
}

/** All fields that either call has, each with both values; those that differ are marked. */
export function ComparedFields({ pinned, open }: ComparedFieldsProps) {
  const t = useTranslations("compare");
  const detail = useTranslations("detail");
  const labels = useLabels();
  const formats = useFormats();
  const { rights } = useSuspenseQuery(sessionQuery()).data;
  const root = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<RecordField>();
  const [shown, setShown] = usePreference(SHOWN);
  const words = useMemo(() => ({ labels, formats, nowMs: 0 }), [labels, formats]);
  const isOnly = shown === "differing";
  const isAbsent = (field: RecordField) => pinned[field] === undefined && open[field] === undefined;
  const differs = (field: RecordField) => !isSameIn(field, pinned, open);
  const absent = RECORD_FIELD_NAMES.filter(isAbsent);
  return (
    <div ref={root} className={classes["all"]}>
      <p className={classes["bar"]}>
        <span role="status">
          {t("differing", { count: RECORD_FIELD_NAMES.filter(differs).length })}
        </span>
        <label className={classes["choice"]}>
          <input
            type="checkbox"
            checked={isOnly}
            onChange={({ target }) => setShown(target.checked ? "differing" : undefined)}
          />
          {t("onlyDiffering")}
        </label>
      </p>
      {rights.numbers === "masked" && <p className={classes["hint"]}>{t("masked")}</p>}
      <table className={classes["fields"]} aria-label={t("fields")}>
        <thead>
          <tr>
            <th scope="col">{t("field")}</th>
            <th scope="col">{t("pinned")}</th>
            <th scope="col">{t("open")}</th>
          </tr>
        </thead>
        {DETAIL_SECTIONS.map((section) => {
          const fields = fieldsOf(section).filter(
            (field) => !isAbsent(field) && (!isOnly || differs(field)),
          );
          return (
            fields.length > 0 && (
              <tbody key={section} data-part={section}>
                <tr>
                  <th scope="rowgroup" colSpan={3} className={classes["section"]}>
                    {detail(`sections.${section}`)}
                  </th>
                </tr>
                {fields.map((field) => (
                  <ComparedField
                    key={field}
                    field={field}
                    pinned={pinned}
                    open={open}
                    differs={differs(field)}
                    words={words}
                    isOpen={opened === field}
                    onOpen={setOpened}
                  />
                ))}
              </tbody>
            )
          );
        })}
      </table>
      {absent.length > 0 && !isOnly && (
        <p className={classes["hint"]}>
          {t("absent", {
            count: absent.length,
            names: absent.map((field) => labels.fields[field]).join(detail("separator")),
          })}
        </p>
      )}
      <MeaningTip root={root} opened={opened} />
    </div>
  );
}
