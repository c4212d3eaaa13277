import { useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { useTranslations } from "use-intl";
import { useLabels } from "#app/i18n/use-labels.ts";
import { COLUMN_NAMES, type Column, type Columns } from "#contract/view/columns.ts";
import { columnLabel } from "#labels/labels.ts";
import { hiddenColumns } from "./column-groups.ts";
import { ColumnRow } from "./column-row.tsx";
import { moveColumn, stepTarget } from "./move-column.ts";
import { panelKey } from "./panel-key.ts";
import { isPinned, togglePin } from "./pin-columns.ts";
import { hideColumn, showColumn } from "./toggle-column.ts";
import { useRowDrag, type Drag } from "./use-row-drag.ts";
import classes from "./column-panel.module.css";

interface ColumnListProps {
  columns: Columns;
  /** Only columns with this in their name are listed. */
  sought: string;
  onChoose: (columns: Columns) => void;
  /** What a change is announced as. */
  onSaid: (text: string) => void;
}

function columnOf(target: EventTarget): Column | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>("[data-column]") : null;
  return COLUMN_NAMES.find((column) => column === row?.dataset["column"]);
}

/**
 * All columns: those shown in their order, the others below by kind. One tab stop; arrows go from
 * row to row, and each change keeps the focus where one can go on.
 */
export function ColumnList({ columns, sought, onChoose, onSaid }: ColumnListProps) {
  const t = useTranslations("columns");
  const labels = useLabels();
  const [active, setActive] = useState<Column>();
  const list = useRef<HTMLDivElement>(null);

  const nameOf = (column: Column) => columnLabel(labels, column);
  const wanted = sought.trim().toLowerCase();
  // By its name on the screen, or by the provider's, which some readers know better.
  const isSought = (column: Column) =>
    [nameOf(column), column].some((name) => name.toLowerCase().includes(wanted));
  const shown = columns.shown.filter(isSought);
  const hidden = hiddenColumns(columns.shown).flatMap(({ group, columns: all }) => {
    const found = all.filter(isSought);
    return found.length > 0 ? [{ group, columns: found }] : [];
  });
  const hiddenRows = hidden.flatMap(({ columns: found }) => found);
  const rows = [...shown, ...hiddenRows];
  const tabStop = active !== undefined && rows.includes(active) ? active : rows[0];

  function focusOn(column: Column) {
    list.current?.querySelector<HTMLElement>(`[data-column="${column}"] input`)?.focus();
  }
  function apply(next: Columns, focused: Column, saying: string) {
    // Drawn at once, since the focus can only go to what is drawn.
    flushSync(() => {
      onChoose(next);
      onSaid(saying);
      setActive(focused);
    });
    focusOn(focused);
  }

  function toggle(column: Column) {
    const isShown = columns.shown.includes(column);
    const next = isShown ? hideColumn(columns, column) : showColumn(columns, column);
    if (next === columns) {
      onSaid(t("last"));
      return;
    }
    // The row leaves for the other part of the list; one ticks on where it was.
    const section = isShown ? shown : hiddenRows;
    const at = section.indexOf(column);
    const neighbour = section[at + 1] ?? section[at - 1] ?? column;
    apply(next, neighbour, t(isShown ? "said.hidden" : "said.shown", { column: nameOf(column) }));
  }
  function pin(column: Column) {
    const next = togglePin(columns, column);
    if (next === columns) return;
    const words = isPinned(next, column) ? "said.pinned" : "said.unpinned";
    apply(next, column, t(words, { column: nameOf(column) }));
  }
  function move({ column, before }: Drag) {
    // Behind the last row in sight the order may go on with columns that are not sought.
    const last = shown.at(-1);
    const target = before ?? (last && columns.shown[columns.shown.indexOf(last) + 1]);
    const next = moveColumn(columns, column, target);
    if (next === columns) return;
    const place = next.shown.indexOf(column) + 1;
    const count = next.shown.length;
    apply(next, column, t("said.moved", { column: nameOf(column), place, count }));
  }
  const { drag, handleOf } = useRowDrag(list, shown, move);

  function onKeyDown(event: KeyboardEvent) {
    const column = event.target instanceof HTMLInputElement ? columnOf(event.target) : undefined;
    const asked = column && panelKey(event, column, rows);
    if (column === undefined || asked === undefined) return;
    event.preventDefault();
    if (asked.act === "focus") focusOn(asked.column);
    else if (asked.act === "pin") pin(column);
    else {
      const before = stepTarget(shown, column, asked.step);
      if (before !== false) move({ column, before });
    }
  }

  function dropAt(column: Column) {
    if (drag === undefined) return undefined;
    if (drag.before === column) return "before";
    return drag.before === undefined && column === shown.at(-1) ? "after" : undefined;
  }

  const rowProps = (column: Column) => ({
    column,
    label: nameOf(column),
    isTabStop: column === tabStop,
    onToggle: () => toggle(column),
  });
  return (
    <div
      ref={list}
      className={classes["list"]}
      onKeyDown={onKeyDown}
      onFocus={({ target }: FocusEvent) => setActive(columnOf(target))}
    >
      {shown.length > 0 && (
        <Section title={t("shown", { count: columns.shown.length })}>
          {shown.map((column) => (
            <ColumnRow
              key={column}
              {...rowProps(column)}
              shown={{
                isPinned: isPinned(columns, column),
                isOnly: columns.shown.length === 1,
                isBorder: columns.shown.indexOf(column) === columns.pinned - 1,
                drop: dropAt(column),
                onPin: () => pin(column),
                handle: handleOf(column),
              }}
            />
          ))}
        </Section>
      )}
      {hidden.map(({ group, columns: found }) => (
        <Section key={group} title={t(`groups.${group}`)}>
          {found.map((column) => (
            <ColumnRow key={column} {...rowProps(column)} />
          ))}
        </Section>
      ))}
      {rows.length === 0 && <p className={classes["none"]}>{t("noneFound")}</p>}
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h3 className={classes["title"]}>{title}</h3>
      <ul aria-label={title} className={classes["rows"]}>
        {children}
      </ul>
    </>
  );
}
