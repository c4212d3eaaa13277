import { useTable } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
} from "react";
import { useTranslations } from "use-intl";
import type { CallRecord } from "#contract/call-record.ts";
import type { RecordField } from "#contract/record-fields.ts";
import { isSortField, type Sort } from "#contract/sort.ts";
import type { Words } from "#app/i18n/field-text.ts";
import { columnWidth, RECORD_COLUMNS, RECORD_FEATURES } from "./records-columns.tsx";
import { RecordsHeader } from "./records-header.tsx";
import { RecordsRow } from "./records-row.tsx";
import { rowStep } from "./row-step.ts";
import { SkeletonRows } from "./skeleton-rows.tsx";
import classes from "./records-table.module.css";

/** Height of a row in px, which the style sheet repeats. */
const ROW_HEIGHT = 34;

interface RecordsTableProps {
  /** Absent before the first page is here: skeletons are shown. */
  records: readonly CallRecord[] | undefined;
  columns: readonly RecordField[];
  /** The number of the first row within the whole result, from 1. */
  firstRow: number;
  /** Rows in the whole result that can be reached, where known. */
  rowCount: number | undefined;
  sort: Sort;
  words: Words;
  /** Whether these rows answer an earlier question. */
  stale: boolean;
  openRecord: string | undefined;
  onSort: (sort: Sort) => void;
  onOpen: (contactId: string) => void;
}

const NO_RECORDS: readonly CallRecord[] = [];

/** One tooltip for the whole table, and only over text that is cut off. */
function tellWhole({ target }: { target: EventTarget }) {
  const cell = target instanceof Element ? target.closest('[role="gridcell"]') : null;
  if (!(cell instanceof HTMLElement)) return;
  cell.title = cell.scrollWidth > cell.clientWidth ? cell.innerText : "";
}

/** The virtualised table: only the rows in view are in the document. */
export function RecordsTable(props: RecordsTableProps) {
  const t = useTranslations("records");
  const { columns, sort, onSort, onOpen } = props;
  const records = props.records ?? NO_RECORDS;
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);

  const table = useTable({
    features: RECORD_FEATURES,
    columns: useMemo(() => columns.flatMap((field) => RECORD_COLUMNS.get(field) ?? []), [columns]),
    data: records,
    getRowId: (record, index) => record.contactId ?? `#${index}`,
    manualSorting: true,
    enableMultiSort: false,
    enableSortingRemoval: false,
    state: { sorting: [{ id: sort.field, desc: sort.order === "DESC" }] },
    onSortingChange: (update) => {
      const [next] =
        typeof update === "function"
          ? update([{ id: sort.field, desc: sort.order === "DESC" }])
          : update;
      if (next !== undefined && isSortField(next.id))
        onSort({ field: next.id, order: next.desc ? "DESC" : "ASC" });
    },
  });
  const rows = table.getRowModel().rows;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    paddingStart: ROW_HEIGHT,
    scrollPaddingStart: ROW_HEIGHT,
  });

  // One tab stop for the whole table: the row that the arrows moved to, or the first.
  const [active, setActive] = useState(0);
  const activeRow = Math.min(active, Math.max(0, rows.length - 1));
  const moveTo = useCallback(
    (index: number) => {
      setActive(index);
      virtualizer.scrollToIndex(index);
      // The row may only exist after the scroll has been drawn.
      requestAnimationFrame(() =>
        grid.current?.querySelector<HTMLElement>(`[data-row="${index}"]`)?.focus(),
      );
    },
    [virtualizer],
  );
  // Closing a record gives the focus back to the row it was opened from.
  const lastOpen = useRef(props.openRecord);
  useEffect(() => {
    if (lastOpen.current !== undefined && props.openRecord === undefined) moveTo(activeRow);
    lastOpen.current = props.openRecord;
  }, [props.openRecord, moveTo, activeRow]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLButtonElement) return;
    const pageRows = Math.max(
      1,
      Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2,
    );
    const next = rowStep(event, activeRow, rows.length, pageRows);
    if (next !== undefined) {
      event.preventDefault();
      moveTo(next);
    } else if (event.key === "Enter" || event.key === " ") {
      const id = rows[activeRow]?.original.contactId;
      if (id === undefined) return;
      event.preventDefault();
      onOpen(id);
    }
  };
  const open = useCallback(
    (index: number, contactId: string | undefined) => {
      setActive(index);
      if (contactId !== undefined) onOpen(contactId);
    },
    [onOpen],
  );

  const width = columns.reduce((sum, field) => sum + columnWidth(field), 0);
  const template = columns
    .map(
      (field, index) =>
        `minmax(${columnWidth(field)}px, ${index === 0 ? 0 : columnWidth(field)}fr)`,
    )
    .join(" ");
  // A style object may hold custom properties, which its type does not list.
  const style = { "--records-columns": template, minInlineSize: width } as CSSProperties;

  return (
    <div ref={scroller} id="records" className={classes["scroller"]} data-stale={props.stale}>
      <div
        ref={grid}
        role="grid"
        aria-label={t("label")}
        aria-rowcount={props.rowCount === undefined ? -1 : props.rowCount + 1}
        aria-colcount={columns.length}
        aria-busy={props.stale}
        className={classes["grid"]}
        style={{ ...style, blockSize: props.records && virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
        onPointerOver={tellWhole}
      >
        <RecordsHeader headers={table.getHeaderGroups()[0]?.headers ?? []} />
        {props.records === undefined ? (
          <SkeletonRows columns={columns} />
        ) : (
          virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return (
              row && (
                <RecordsRow
                  key={row.id}
                  record={row.original}
                  columns={columns}
                  words={props.words}
                  index={index}
                  rowNumber={props.firstRow + index + 1}
                  top={start}
                  isTabStop={index === activeRow}
                  isOpen={
                    row.original.contactId !== undefined &&
                    row.original.contactId === props.openRecord
                  }
                  onOpen={open}
                />
              )
            );
          })
        )}
      </div>
    </div>
  );
}
