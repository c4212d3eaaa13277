import { useSyncExternalStore } from "react";
import { createPortal, flushSync } from "react-dom";
import { useTranslations } from "use-intl";
import { useNameOf } from "#app/api/known-names.ts";
import { shownOf, useKnownNumbers, withNumbers } from "#app/api/known-numbers.ts";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useLabels } from "#app/i18n/use-labels.ts";
import { cellText } from "#app/records/cell/cell-content.tsx";
import { isFigure } from "#app/records/columns/column-widths.ts";
import type { RowsInHand } from "#app/records/list/use-rows.ts";
import { createStore } from "#app/ui/create-store.ts";
import { useColumns } from "#app/view/use-columns.ts";
import { activeCriteria } from "#contract/filter/criteria.ts";
import { isKind, type CriterionKey } from "#contract/filter/filters.ts";
import { criterionText } from "#labels/criterion-text.ts";
import type { Words } from "#labels/field-text.ts";
import { columnLabel } from "#labels/labels.ts";
import { rangeText } from "#labels/range-text.ts";
import { printedRows } from "./printed-rows.ts";
import classes from "./print-sheet.module.css";

interface PrintSheetProps {
  readonly list: NonNullable<RowsInHand["list"]>;
  /** The page in view, from 1. */
  readonly page: number;
  readonly total: number | undefined;
}

/**
 * What is printed in place of the screen, which has but the rows in view: the rows of the page, in the
 * list's order, under what they are. It is drawn only while something is printed.
 */
export function PrintSheet(props: PrintSheetProps) {
  const isPrinting = useSyncExternalStore(subscribe, printing.get);
  return isPrinting && createPortal(<Sheet {...props} />, document.body);
}

const printing = createStore(false);

function subscribe(listener: () => void): () => void {
  // The browser takes what is there when this returns.
  const begin = () => flushSync(() => printing.set(true));
  const end = () => printing.set(false);
  const unsubscribe = printing.subscribe(listener);
  addEventListener("beforeprint", begin);
  addEventListener("afterprint", end);
  return () => {
    unsubscribe();
    removeEventListener("beforeprint", begin);
    removeEventListener("afterprint", end);
  };
}

function Sheet({ list, page, total }: PrintSheetProps) {
  const t = useTranslations();
  const labels = useLabels();
  const formats = useFormats();
  const { columns } = useColumns();
  const { calls } = list.of;
  const { criteria, instance } = calls;
  const shown = withNumbers(useKnownNumbers(), instance, criteria, shownOf);
  const names = { agent: useNameOf(instance, "agent"), group: useNameOf(instance, "skill-group") };
  const words: Words = { labels, formats, nowMs: calls.asOf };
  const { first, records } = printedRows(list.map, page);
  const span = { first: formats.count(first + 1), last: formats.count(first + records.length) };

  function valueOf(key: CriterionKey): string {
    const text = criterionText(labels, key, shown);
    if (!isKind(key, "person")) return text;
    return (key === "agentId" ? names.agent(text) : names.group(text)) ?? text;
  }
  return (
    <div data-print className={classes["sheet"]}>
      <h1 className={classes["title"]}>{t("app.title")}</h1>
      <p className={classes["of"]}>
        {rangeText(calls.range, formats)} {formats.timeZone} ·{" "}
        {t("time.asOf", { time: formats.instant(calls.asOf) })} ·{" "}
        {total === undefined
          ? t("pager.rowsUncountable", span)
          : t("pager.rows", { ...span, total: formats.count(total) })}
      </p>
      {activeCriteria(criteria).length > 0 && (
        <p className={classes["of"]}>
          {activeCriteria(criteria)
            .map((key) => t("actions.title", { column: labels.filters[key], value: valueOf(key) }))
            .join(" · ")}
        </p>
      )}
      <table className={classes["rows"]}>
        <thead>
          <tr>
            {columns.shown.map((column) => (
              <th key={column} scope="col">
                {columnLabel(labels, column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record, at) => (
            <tr key={record.contactId ?? at}>
              {columns.shown.map((column) => (
                <td key={column} className={isFigure(column) ? classes["figure"] : undefined}>
                  {cellText(record, column, words) ?? labels.records.none}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
