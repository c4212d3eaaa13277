import { memo, useCallback, useMemo, useRef, type CSSProperties, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useCellActions } from "#app/records/cell-actions/use-cell-actions.tsx";
import { columnWidths, isFigure } from "#app/records/columns/column-widths.ts";
import { createMeasureText } from "#app/records/columns/measure-text.ts";
import type { HeaderActions } from "#app/records/columns/use-header-actions.tsx";
import { listLength, rowAt, type RowMap } from "#app/records/list/row-map.ts";
import type { Viewport } from "#app/records/list/viewport.ts";
import { SCROLLER_ID } from "#app/ui/grid-dom.ts";
import { useCoarse } from "#app/ui/use-coarse.ts";
import type { ColumnsInHand } from "#app/view/use-columns.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import type { CallList } from "#contract/view/call-set.ts";
import { pageStartRow } from "#contract/view/paging.ts";
import type { Words } from "#labels/field-text.ts";
import { ColumnPlaces } from "./column-places.tsx";
import { gridEvents } from "./grid-events.ts";
import { GridHeader } from "./grid-header.tsx";
import { GridRows, useIsLoading } from "./grid-rows.tsx";
import { layColumns } from "./lay-columns.ts";
import { ListFoot } from "./list-foot.tsx";
import { PageMarks, type FailedPages } from "./page-marks.tsx";
import { createRowSpace } from "./row-space.ts";
import { elementHeight } from "./scroll-space.ts";
import { useColumnWindow, useNewColumn, useRoom } from "./use-column-window.ts";
import { useActivePlace, useFocusInNextList, useMoveTo } from "./use-grid-focus.ts";
import { useFocusAfterClose, useListPosition } from "./use-list-position.ts";
import { useNewRows } from "./use-new-rows.ts";
import { useRowWindow, type RowsSeen } from "./use-row-window.ts";
import beside from "#app/ui/beside.module.css";
import classes from "./records-grid.module.css";

const ROW_HEIGHTS = { comfortable: 34, compact: 27 } as const;
/** What a finger hits and a line; who wants rows closer than that has asked for them. */
const COARSE_ROW_HEIGHTS = { comfortable: 45, compact: 34 } as const;
const HEAD_HEIGHT = 34;
const COARSE_HEAD_HEIGHT = 45;
const FOOT_HEIGHT = 64;
/** Two lines of text and, below each other on a phone, two ways out that a finger hits. */
const COARSE_FOOT_HEIGHT = 136;
/** Skeletons shown before anything is known. */
const ROWS_AT_FIRST = 30;

interface RecordsGridProps {
  /** Absent before the first page is here: skeletons are shown. */
  readonly list: { readonly id: string; readonly of: CallList; readonly map: RowMap } | undefined;
  /** What is asked for: how long its instants are written. */
  readonly range: AbsoluteRange;
  /** Rows are counted: how many there are is known. */
  readonly isCounted: boolean;
  /** Whether the list, if there is one, is that of an earlier view. */
  readonly isStale: boolean;
  /** Present where something that was asked for failed, be it a page or not. */
  readonly failed: FailedPages | undefined;
  /** The page that the view names, from 1; absent while the list is not the view's. */
  readonly page: number | undefined;
  /** The row of that page that was promised, from 0; absent where it is any. */
  readonly goalRow: number | undefined;
  readonly openRecord: string | undefined;
  readonly layout: Pick<ColumnsInHand, "columns" | "widths" | "density">;
  readonly header: HeaderActions;
  readonly words: Words;
  /** Said below the last row, where there is something to say. */
  readonly foot: ReactNode;
  readonly viewport: Viewport;
  readonly onOpen: (record: CallRecord) => void;
  readonly onOpenInTab: (record: CallRecord) => void;
}

/**
 * The table: one continuous list, of which only the rows and columns in view are in the document.
 * It hears every event of its cells itself, so that rows have no handlers and are drawn anew only
 * when they have changed.
 */
export const RecordsGrid = memo(function RecordsGrid(props: RecordsGridProps) {
  const t = useTranslations("records");
  const { list, range, isStale, failed, page, goalRow, openRecord, words, viewport } = props;
  const { columns, widths, density } = props.layout;
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);

  const rows = list === undefined ? ROWS_AT_FIRST : listLength(list.map);
  const isCoarse = useCoarse();
  const rowHeight = (isCoarse ? COARSE_ROW_HEIGHTS : ROW_HEIGHTS)[density];
  const headHeight = isCoarse ? COARSE_HEAD_HEIGHT : HEAD_HEIGHT;
  const space = useMemo(() => createRowSpace(rowHeight), [rowHeight]);
  const footHeight = props.foot === undefined ? 0 : isCoarse ? COARSE_FOOT_HEIGHT : FOOT_HEIGHT;
  const id = list?.id;
  const onSeen = useCallback(
    (seen: RowsSeen) => {
      if (id !== undefined) viewport.set({ list: id, ...seen });
    },
    [viewport, id],
  );
  const { window, scrollToRow } = useRowWindow(
    scroller,
    { space, rows, footHeight, headHeight },
    onSeen,
  );
  const fresh = useNewRows(list);
  const { room, font } = useRoom(scroller);
  const { labels, formats, nowMs } = words;
  const instant = useMemo(() => formats.instantExample(range, nowMs), [range, formats, nowMs]);
  const ownWidths = useMemo(
    () => columnWidths(labels, createMeasureText(font), instant),
    [labels, font, instant],
  );
  const laid = useMemo(
    () =>
      layColumns({
        columns,
        widths,
        ownWidth: (column) => ownWidths[column],
        canGrow: (column) => !isFigure(column),
        room,
      }),
    [columns, widths, ownWidths, room],
  );
  // The drawer lies over the last columns, which are scrolled out from under it.
  const fits = laid.width <= room && openRecord === undefined;
  const [active, note] = useActivePlace(id, pageStartRow(page ?? 1), {
    rows,
    columns: columns.shown.length,
  });
  const activeColumn = columns.shown[active.column];
  const { drawn, scrollToColumn } = useColumnWindow(scroller, laid, room, activeColumn);
  useNewColumn(columns.shown, scrollToColumn);
  const moveTo = useMoveTo({ columns: columns.shown, note, scrollToRow, scrollToColumn });
  useFocusInNextList(grid, id, active, moveTo);
  useListPosition({ scroller, list, page, goalRow, openRecord, space, viewport, scrollToRow });
  const focusRow = useCallback(
    (row: number) => moveTo({ row, column: active.column }),
    [moveTo, active.column],
  );
  useFocusAfterClose(openRecord, list?.map, active.row, focusRow);

  const recordAt = (row: number) => list && rowAt(list.map, row);
  const withCall = (act: (record: CallRecord) => void) => (row: number) => {
    const record = recordAt(row);
    if (record?.contactId !== undefined) act(record);
  };
  const cells = useCellActions({ recordAt, words });

  const events = gridEvents({
    columns: columns.shown,
    rows,
    pageRows() {
      const seen = (scroller.current?.clientHeight ?? 0) - headHeight;
      return Math.max(1, Math.floor(seen / rowHeight) - 1);
    },
    rowsInView() {
      const seen = viewport.get();
      return seen?.list === id ? seen : undefined;
    },
    moveTo,
    note,
    open: withCall(props.onOpen),
    openInTab: withCall(props.onOpenInTab),
    cells,
  });

  const listHeight = space.height(rows) + footHeight;
  // A style object may hold custom properties, which its type does not list.
  const style = {
    "--row-height": `${rowHeight}px`,
    "--head-height": `${headHeight}px`,
    minInlineSize: laid.width,
  } as CSSProperties;
  const isLoading = useIsLoading(window, list?.map);
  const isComing = isStale && failed === undefined;
  const isReading = isLoading && (failed === undefined || failed.rows.length === 0);
  return (
    <>
      <div
        ref={scroller}
        id={SCROLLER_ID}
        className={classes["scroller"]}
        data-stale={isStale && list !== undefined}
      >
        <ColumnPlaces {...laid} />
        <div
          className={`${beside["room"]} ${classes["sheet"]}`}
          data-fits={fits || undefined}
          style={style}
        >
          <div
            ref={grid}
            role="grid"
            aria-label={t("label")}
            aria-rowcount={props.isCounted ? rows + 1 : -1}
            aria-colcount={columns.shown.length}
            aria-busy={isComing || isReading}
            {...events}
          >
            <GridHeader
              columns={drawn}
              labels={words.labels}
              order={columns.shown}
              tabStop={active.row === -1 ? activeColumn : undefined}
              actions={props.header}
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
                columns={drawn}
                words={words}
                active={active}
                activeColumn={activeColumn}
                openRecord={openRecord}
                fresh={fresh}
              />
            </div>
          </div>
          {list !== undefined && (
            // Over the grid and not in it: what stands here is no row.
            <div className={classes["over"]}>
              <PageMarks space={space} window={window} failed={failed} />
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
