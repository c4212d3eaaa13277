import { memo, type ReactNode } from "react";
import { cellContent } from "#app/records/cell/cell-content.tsx";
import { isFigure } from "#app/records/columns/column-widths.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { Column } from "#contract/view/columns.ts";
import type { Words } from "#labels/field-text.ts";
import type { DrawnColumns, LaidColumn } from "./lay-columns.ts";
import { rowCells } from "./row-cells.tsx";
import classes from "./records-grid.module.css";

interface RecordsRowProps {
  /** Position in the whole list, from 0. */
  readonly rowIndex: number;
  /** Absent while its page is on the way: the same cells stand empty, so that a focus survives. */
  readonly record: CallRecord | undefined;
  /** Within the element that holds the rows, px. */
  readonly top: number;
  readonly columns: DrawnColumns;
  readonly words: Words;
  /** The column of the grid's tab stop, where this row has it. */
  readonly activeColumn: Column | undefined;
  readonly isOpen: boolean;
  /** Whether it came with the last refresh. */
  readonly isNew: boolean;
}

/**
 * One row. Plain elements with static classes and no handlers: the grid listens for all of them, so
 * that a row is drawn anew only when it has changed.
 */
export const RecordsRow = memo(function RecordsRow(props: RecordsRowProps) {
  const { rowIndex, record, words, activeColumn } = props;

  function cell({ column, number }: LaidColumn): ReactNode {
    const shown = record && cellContent(record, column, words);
    const isAbsent = record !== undefined && shown === undefined;
    return (
      <div
        key={column}
        role="gridcell"
        aria-colindex={number}
        data-column={column}
        tabIndex={column === activeColumn ? 0 : -1}
        className={isFigure(column) ? classes["figure"] : classes["cell"]}
        data-absent={isAbsent || undefined}
      >
        {isAbsent ? words.labels.records.none : shown}
      </div>
    );
  }

  return (
    <div
      role="row"
      aria-rowindex={rowIndex + 2}
      aria-selected={props.isOpen}
      data-row={rowIndex}
      data-new={props.isNew || undefined}
      data-loading={record === undefined ? true : undefined}
      className={classes["row"]}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      {rowCells(props.columns, cell)}
    </div>
  );
});
