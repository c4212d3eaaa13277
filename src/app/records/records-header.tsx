import type { Header } from "@tanstack/react-table";
import { useTranslations } from "use-intl";
import type { CallRecord } from "#contract/call-record.ts";
import type { RecordField } from "#contract/record-fields.ts";
import { isFigure, type RECORD_FEATURES } from "./records-columns.tsx";
import classes from "./records-table.module.css";

const ARIA_SORT = { asc: "ascending", desc: "descending" } as const;

/** The header row. A column that the upstream can sort by is a button. */
export function RecordsHeader(props: {
  headers: readonly Header<typeof RECORD_FEATURES, CallRecord>[];
}) {
  const t = useTranslations();
  return (
    <div role="row" aria-rowindex={1} className={classes["header"]}>
      {props.headers.map(({ column }, index) => {
        // Column ids are field names: records-columns.tsx makes them so.
        const field = column.id as RecordField;
        const label = t(`fields.${field}`);
        const sorted = column.getIsSorted();
        return (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={index + 1}
            aria-sort={
              sorted !== false ? ARIA_SORT[sorted] : column.getCanSort() ? "none" : undefined
            }
            className={isFigure(field) ? classes["figureHead"] : classes["head"]}
            title={label}
          >
            {column.getCanSort() ? (
              <button
                type="button"
                className={classes["sort"]}
                onClick={column.getToggleSortingHandler()}
              >
                <span className={classes["label"]}>{label}</span>
                <span aria-hidden className={classes["arrow"]} data-sorted={sorted} />
              </button>
            ) : (
              <span className={classes["label"]}>{label}</span>
            )}
          </div>
        );
      })}
    </div>
  );
}
