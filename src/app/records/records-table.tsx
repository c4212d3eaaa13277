import { useTable } from "@tanstack/react-table";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
} from "react";
import { flushSync } from "react-dom";
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
  // One tab stop for the whole table: the row that was last gone to, or the first.
  const [active, setActive] = useState(0);
  const [shown, setShown] = useState(records);
  if (shown !== records) {
    setShown(records);
    setActive(0);
  }
  const activeRow = Math.min(active, Math.max(0, rows.length - 1));
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    // The row with the tab stop stays in the document wherever one has scrolled to.
    rangeExtractor: (range) =>
      [...new Set([activeRow, ...defaultRangeExtractor(range)])].toSorted((a, b) => a - b),
    paddingStart: ROW_HEIGHT,
    scrollPaddingStart: ROW_HEIGHT,
  });

  const moveTo = useCallback(
    (index: number) => {
      // Drawn at once, since only a row in the document can take the focus.
      flushSync(() => setActive(index));
      virtualizer.scrollToIndex(index);
      grid.current
        ?.querySelector<HTMLElement>(`[data-row="${index}"]`)
        ?.focus({ preventScroll: true });
    },
    [virtualizer],
  );
  // Closing a record gives the focus back to its row, unless the reader has moved on meanwhile.
  const lastOpen = useRef(props.openRecord);
  useEffect(() => {
    const closed = props.openRecord === undefined ? lastOpen.current : undefined;
    lastOpen.current = props.openRecord;
    const focused = document.activeElement;
    const isLeft = focused === document.body || focused?.closest("#root") === null;
    const row = records.findIndex(({ contactId }) => contactId === closed);
    if (closed !== undefined && isLeft && row >= 0) queueMicrotask(() => moveTo(row));
  }, [props.openRecord, records, moveTo]);
  // Another result starts at its top.
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [records]);
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
                  onOpen={onOpen}
                  onFocus={setActive}
                />
              )
            );
          })
        )}
      </div>
    </div>
  );
}
