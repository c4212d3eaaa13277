import { memo, useSyncExternalStore } from "react";
import { rowAt, type RowMap } from "#app/records/list/row-map.ts";
import type { Column } from "#contract/view/columns.ts";
import type { Words } from "#labels/field-text.ts";
import type { Place } from "./grid-step.ts";
import type { DrawnColumns } from "./lay-columns.ts";
import { RecordsRow } from "./records-row.tsx";
import type { RowSpace } from "./row-space.ts";
import type { RowWindowStore } from "./use-row-window.ts";
import { useSelectedEnds } from "./use-selected-ends.ts";

interface GridRowsProps {
  readonly window: RowWindowStore;
  /** Absent before the first page is here: skeletons are shown. */
  readonly map: RowMap | undefined;
  readonly space: RowSpace;
  readonly columns: DrawnColumns;
  readonly words: Words;
  /** The cell with the grid's tab stop. */
  readonly active: Place;
  readonly activeColumn: Column | undefined;
  readonly openRecord: string | undefined;
  /** The calls that came with the last refresh, by id. */
  readonly fresh: ReadonlySet<string>;
}

/** The rows in view. Of the whole table only this is drawn while one scrolls. */
export const GridRows = memo(function GridRows(props: GridRowsProps) {
  const { map, space, active, openRecord, fresh } = props;
  const { from, to, offset } = useSyncExternalStore(props.window.subscribe, props.window.get);
  const ends = useSelectedEnds();
  const inView = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
  // The row with the focus and the ends of a selection stay in the document wherever one has scrolled
  // to. In the list's order: what is moved in the document is no longer selected.
  const kept = [active.row, ...ends].filter((row) => row >= 0);
  const drawn = [...new Set([...inView, ...kept])].toSorted((a, b) => a - b);
  return drawn.map((row) => {
    const record = map && rowAt(map, row);
    return (
      <RecordsRow
        key={row}
        rowIndex={row}
        record={record}
        top={space.top(row) - offset}
        columns={props.columns}
        words={props.words}
        activeColumn={row === active.row ? props.activeColumn : undefined}
        isNew={record?.contactId !== undefined && fresh.has(record.contactId)}
        isOpen={openRecord !== undefined && record?.contactId === openRecord}
      />
    );
  });
});

/** Whether rows of the window are still on their way. */
export function useIsLoading(window: RowWindowStore, map: RowMap | undefined): boolean {
  return useSyncExternalStore(window.subscribe, () => {
    if (map === undefined) return true;
    const { from, to } = window.get();
    for (let row = from; row < to; row += 1) if (rowAt(map, row) === undefined) return true;
    return false;
  });
}
