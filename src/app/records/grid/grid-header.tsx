import { memo, type ReactNode } from "react";
import { isFigure } from "#app/records/columns/column-widths.ts";
import { HeaderCell } from "#app/records/columns/header-cell.tsx";
import type { HeaderActions } from "#app/records/columns/use-header-actions.tsx";
import { useChange, useChosenSort } from "#app/view/use-view.tsx";
import type { Column } from "#contract/view/columns.ts";
import { isSortField } from "#contract/view/sort.ts";
import { columnLabel, type Labels } from "#labels/labels.ts";
import type { DrawnColumns, LaidColumn } from "./lay-columns.ts";
import { rowCells } from "./row-cells.tsx";
import { useSortToggle } from "./use-sort-toggle.ts";
import classes from "./records-grid.module.css";

interface GridHeaderProps {
  readonly columns: DrawnColumns;
  readonly labels: Labels;
  /** All columns shown, in order. */
  readonly order: readonly Column[];
  /** The heading with the grid's tab stop, if one has it. */
  readonly tabStop: Column | undefined;
  readonly actions: HeaderActions;
}

/** The header row: row 1 of the grid, above the first call. */
export const GridHeader = memo(function GridHeader(props: GridHeaderProps) {
  const { labels, order } = props;
  const change = useChange();
  // The arrow turns with the click; the rows follow when they can.
  const sort = useChosenSort();
  const onSort = useSortToggle(order, sort, (next) => change({ sort: next }));
  const cell = ({ column, left, width, number }: LaidColumn): ReactNode => (
    <HeaderCell
      key={column}
      column={column}
      label={columnLabel(labels, column)}
      left={left}
      width={width}
      index={number}
      order={order}
      isFigure={isFigure(column)}
      sorted={column === sort.field && (sort.order === "DESC" ? "desc" : "asc")}
      canSort={isSortField(column)}
      isTabStop={column === props.tabStop}
      onSort={onSort}
      {...props.actions}
    />
  );
  return (
    <div role="row" aria-rowindex={1} data-row={-1} className={classes["header"]}>
      {rowCells(props.columns, cell)}
    </div>
  );
});
