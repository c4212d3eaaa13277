import { useTable } from "@tanstack/react-table";
import {
  memo,
  useCallback,
  useMemo,
  useRef,
  type CSSProperties,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from "react";
import { useTranslations } from "use-intl";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { Column, Columns } from "#contract/view/columns.ts";
import { pageStartRow } from "#contract/view/paging.ts";
import { isSortField, type Sort } from "#contract/view/sort.ts";
import type { Words } from "#app/i18n/field-text.ts";
import { columnWidth, isFigure } from "#app/records/cell/cell-content.tsx";
import { useCellActions } from "#app/records/cell-actions/use-cell-actions.tsx";
import type { HeaderActions } from "#app/records/columns/use-header-actions.tsx";
import { listLength, rowAt, type RowMap } from "#app/records/list/row-map.ts";
import type { Viewport } from "#app/records/list/viewport.ts";
import type { ColumnWidths, Density } from "#app/view/columns-preference.ts";
import { GridRows, useIsLoading } from "./grid-rows.tsx";
import { GridHeader } from "./grid-header.tsx";
import { gridStep } from "./grid-step.ts";
import { layColumns } from "./lay-columns.ts";
import { ListFoot } from "./list-foot.tsx";
import { PageMarks } from "./page-marks.tsx";
import { placeOf } from "./place-of.ts";
import { RECORD_COLUMNS, RECORD_FEATURES } from "./record-columns.ts";
import { createRowSpace } from "./row-space.ts";
import { elementHeight } from "./scroll-space.ts";
import { useColumnWindow, useRoom } from "./use-column-window.ts";
import { useActivePlace, useFocusInNextList, useMoveTo } from "./use-grid-focus.ts";
import { useFocusAfterClose, useListPosition } from "./use-list-position.ts";
import { useRowWindow, type RowsSeen } from "./use-row-window.ts";
import classes from "./records-grid.module.css";

const ROW_HEIGHTS = { comfortable: 34, compact: 27 } as const;
const HEADER_HEIGHT = 34;
const FOOT_HEIGHT = 64;
/** Skeletons shown before anything is known. */
const ROWS_AT_FIRST = 30;

interface RecordsGridProps {
  /** Absent before the first page is here: skeletons are shown. */
  readonly list: { readonly id: string; readonly map: RowMap } | undefined;
  /** Rows are counted: how many there are is known. */
  readonly isCounted: boolean;
  /** The page that the view names, from 1; absent while the list is not the view's. */
  readonly page: number | undefined;
  readonly columns: Columns;
  readonly widths: ColumnWidths;
  readonly density: Density;
  readonly header: HeaderActions;
  readonly sort: Sort;
  readonly words: Words;
  /** Whether these rows answer an earlier question. */
  readonly stale: boolean;
  /** Whether the rows of the present question are on their way. */
  readonly isComing: boolean;
  readonly openRecord: string | undefined;
  /** The first rows of pages that could not be read, why, and what asks for them again. */
  readonly failedAt: readonly number[];
  readonly failure: string;
  readonly onRetry: (() => void) | undefined;
  /** Said below the last row, where there is something to say. */
  readonly foot: ReactNode;
  readonly viewport: Viewport;
  readonly onSort: (sort: Sort) => void;
  readonly onOpen: (record: CallRecord) => void;
}

const NO_RECORDS: readonly CallRecord[] = [];

/** One tooltip for the whole table, and only over text that is cut off. */
function tellWhole({ target }: { target: EventTarget }) {
  const cell = target instanceof Element ? target.closest('[role="gridcell"]') : null;
  if (!(cell instanceof HTMLElement)) return;
  cell.title = cell.scrollWidth > cell.clientWidth ? cell.innerText : "";
}

/**
 * The table: one continuous list, of which only the rows and columns in view are in the document.
 * It hears every event of its cells itself, so that rows have no handlers and are drawn anew only
 * when they have changed.
 */
export const RecordsGrid = memo(function RecordsGrid(props: RecordsGridProps) {
  const t = useTranslations("records");
  const {
    list,
    columns,
    widths,
    density,
    header,
    sort,
    words,
    page,
    viewport,
    openRecord,
    onSort,
    onOpen,
  } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);

  const table = useTable({
    features: RECORD_FEATURES,
    columns: useMemo(() => columns.shown.map((column) => RECORD_COLUMNS[column]), [columns]),
    // The upstream filters, sorts and pages: the table is asked about columns only.
    data: NO_RECORDS,
    manualSorting: true,
    enableMultiSort: false,
    enableSortingRemoval: false,
    state: { sorting: [{ id: sort.field, desc: sort.order === "DESC" }] },
    onSortingChange: (update) => {
      const old = [{ id: sort.field, desc: sort.order === "DESC" }];
      const [next] = typeof update === "function" ? update(old) : update;
      if (next !== undefined && isSortField(next.id))
        onSort({ field: next.id, order: next.desc ? "DESC" : "ASC" });
    },
  });

  const rows = list === undefined ? ROWS_AT_FIRST : listLength(list.map);
  const rowHeight = ROW_HEIGHTS[density];
  const space = useMemo(() => createRowSpace(rowHeight), [rowHeight]);
  const footHeight = props.foot === undefined ? 0 : FOOT_HEIGHT;
  const id = list?.id;
  const onSeen = useCallback(
    (seen: RowsSeen) => {
      if (id !== undefined) viewport.set({ list: id, ...seen });
    },
    [viewport, id],
  );
  const { window, scrollToRow } = useRowWindow(
    scroller,
    { space, rows, footHeight, headHeight: HEADER_HEIGHT },
    onSeen,
  );
  const room = useRoom(scroller);
  const laid = useMemo(
    () =>
      layColumns({
        columns,
        widths,
        defaultWidth: columnWidth,
        canGrow: (column) => !isFigure(column),
        room,
      }),
    [columns, widths, room],
  );
  const [active, note] = useActivePlace(id, pageStartRow(page ?? 1), {
    rows,
    columns: columns.shown.length,
  });
  const activeColumn = columns.shown[active.column];
  const { free, scrollToColumn } = useColumnWindow(scroller, laid, room, activeColumn);
  const moveTo = useMoveTo({ grid, columns: columns.shown, note, scrollToRow, scrollToColumn });
  useFocusInNextList(grid, id, active, moveTo);
  useListPosition({ scroller, list, page, openRecord, space, viewport, scrollToRow });
  const focusRow = useCallback(
    (row: number) => moveTo({ row, column: active.column }),
    [moveTo, active.column],
  );
  useFocusAfterClose(openRecord, list?.map, active.row, focusRow);

  const recordAt = (row: number) => list && rowAt(list.map, row);
  const cells = useCellActions({ recordAt, words });

  // The table is another object each time, its functions are not.
  const { getColumn } = table;
  const onToggle = useCallback((column: Column) => getColumn(column)?.toggleSorting(), [getColumn]);

  function onKeyDown(event: KeyboardEvent) {
    const at = placeOf(event.target);
    // What lies over the rows has its own keys.
    if (at === undefined) return;
    const pageRows = Math.floor(
      ((scroller.current?.clientHeight ?? 0) - HEADER_HEIGHT) / rowHeight,
    );
    const size = { rows, columns: columns.shown.length, pageRows: Math.max(1, pageRows - 1) };
    const column = columns.shown.findIndex((name) => name === at.column);
    const next = gridStep(event, { row: at.row, column }, size);
    if (next !== undefined) {
      event.preventDefault();
      moveTo(next);
    } else if ((event.key === "Enter" || event.key === " ") && at.row >= 0) {
      event.preventDefault();
      open(at.row);
    } else if (at.row >= 0) cells.onKeyDown(event);
  }

  function onFocus(event: FocusEvent) {
    const at = placeOf(event.target);
    const column = columns.shown.findIndex((name) => name === at?.column);
    if (at === undefined || column < 0) return;
    const seen = viewport.get();
    const isFromOutside = grid.current?.contains(event.relatedTarget) !== true;
    const inView = seen?.list === id ? seen : undefined;
    const isElsewhere =
      inView !== undefined && at.row >= 0 && (at.row < inView.first || at.row > inView.last);
    // One who has scrolled or leapt elsewhere comes in where the rows in view are.
    if (isFromOutside && isElsewhere) moveTo({ row: inView.first, column });
    else note({ row: at.row, column });
  }

  function onClick(event: MouseEvent) {
    const at = placeOf(event.target);
    // Text that was just selected with the mouse is meant to be copied, not opened.
    if (at === undefined || at.row < 0 || getSelection()?.isCollapsed === false) return;
    open(at.row);
  }

  function open(row: number) {
    const record = recordAt(row);
    if (record?.contactId !== undefined) onOpen(record);
  }

  const listHeight = space.height(rows) + footHeight;
  // A style object may hold custom properties, which its type does not list.
  const style = { "--row-height": `${rowHeight}px`, minInlineSize: laid.width } as CSSProperties;
  const isLoading = useIsLoading(window, list?.map);
  return (
    <>
      <div ref={scroller} id="records" className={classes["scroller"]} data-stale={props.stale}>
        <div className={classes["sheet"]} style={style}>
          <div
            ref={grid}
            role="grid"
            aria-label={t("label")}
            aria-rowcount={props.isCounted ? rows + 1 : -1}
            aria-colcount={columns.shown.length}
            aria-busy={props.isComing || (isLoading && props.failedAt.length === 0)}
            onKeyDown={onKeyDown}
            onFocus={onFocus}
            onClick={onClick}
            onContextMenu={cells.onContextMenu}
            onPointerOver={(event) => {
              tellWhole(event);
              cells.onPointerOver(event);
            }}
            onPointerLeave={cells.onPointerLeave}
            onPointerDown={cells.onPointerDown}
          >
            <GridHeader
              pinned={laid.pinned}
              pinnedWidth={laid.pinnedWidth}
              free={free}
              labels={words.labels}
              order={columns.shown}
              tabStop={active.row === -1 ? activeColumn : undefined}
              actions={header}
              onSort={onToggle}
            />
            <div
              role="rowgroup"
              className={classes["rows"]}
              style={{ blockSize: elementHeight(listHeight) }}
            >
              <GridRows
                window={window}
                map={list?.map}
                space={space}
                pinned={laid.pinned}
                pinnedWidth={laid.pinnedWidth}
                free={free}
                words={words}
                active={active}
                activeColumn={activeColumn}
                openRecord={openRecord}
              />
            </div>
          </div>
          {list !== undefined && (
            // Over the grid and not in it: what stands here is no row.
            <div className={classes["over"]}>
              <PageMarks
                space={space}
                window={window}
                failedAt={props.failedAt}
                failure={props.failure}
                onRetry={props.onRetry}
              />
              {props.foot !== undefined && (
                <ListFoot window={window} top={space.height(rows)}>
                  {props.foot}
                </ListFoot>
              )}
            </div>
          )}
        </div>
      </div>
      {cells.element}
    </>
  );
});
