import { memo, type KeyboardEvent, type MouseEvent } from "react";
import { limitWidth } from "#app/view/columns-preference.ts";
import type { Column } from "#contract/view/columns.ts";
import { headerDrag } from "./header-drag.ts";
import { headerKey } from "./header-key.ts";
import { stepTarget } from "./move-column.ts";
import { ResizeHandle } from "./resize-handle.tsx";
import classes from "./header.module.css";

interface HeaderCellProps {
  readonly column: Column;
  readonly label: string;
  /** Of the row it stands in, px. */
  readonly left: number;
  readonly width: number;
  /** Among all columns shown, from 1. */
  readonly index: number;
  /** All columns shown, in order. */
  readonly order: readonly Column[];
  readonly isFigure: boolean;
  readonly sorted: "asc" | "desc" | false;
  readonly canSort: boolean;
  readonly isTabStop: boolean;
  readonly onSort: (column: Column) => void;
  readonly onResize: (column: Column, px: number, phase: "dragging" | "done") => void;
  readonly onFit: (column: Column) => void;
  readonly onMove: (column: Column, before: Column | undefined) => void;
  readonly onMenu: (column: Column, anchor: HTMLElement) => void;
}

const ARIA_SORT = { asc: "ascending", desc: "descending" } as const;
/** One press of a key makes a column wider or narrower by so much, px. */
const WIDTH_STEP = 16;

/**
 * The heading of one column. All of it takes the focus, and what the mouse can do with it the keys
 * can, too. Keys that only move the focus are the table's.
 */
export const HeaderCell = memo(function HeaderCell(props: HeaderCellProps) {
  const { column, label, width, order, sorted, canSort, onSort, onResize, onMove, onMenu } = props;

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const asked = headerKey(event);
    if (asked === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (asked.act === "resize") {
      onResize(column, limitWidth(width + asked.step * WIDTH_STEP), "done");
    } else if (asked.act === "move") {
      const before = stepTarget(order, column, asked.step);
      if (before !== false) onMove(column, before);
    } else if (asked.act === "sort" && canSort) {
      onSort(column);
    } else {
      // Where the column itself cannot be sorted by, its menu may offer parts of it, or says why not.
      onMenu(column, event.currentTarget);
    }
  }

  function onContextMenu(event: MouseEvent<HTMLElement>) {
    event.preventDefault();
    event.stopPropagation();
    onMenu(column, event.currentTarget);
  }

  return (
    <div
      role="columnheader"
      data-column={column}
      aria-colindex={props.index}
      aria-sort={sorted === false ? (canSort ? "none" : undefined) : ARIA_SORT[sorted]}
      aria-haspopup="menu"
      tabIndex={props.isTabStop ? 0 : -1}
      title={label}
      className={props.isFigure ? classes["figureHead"] : classes["head"]}
      data-sortable={canSort}
      style={{ left: props.left, width }}
      onClick={canSort ? () => onSort(column) : undefined}
      onKeyDown={onKeyDown}
      onContextMenu={onContextMenu}
      {...headerDrag(column, order, onMove)}
    >
      <span className={classes["label"]}>{label}</span>
      {(canSort || sorted !== false) && (
        <span aria-hidden className={classes["arrow"]} data-sorted={sorted} />
      )}
      <ResizeHandle
        width={width}
        onResize={(px, phase) => onResize(column, px, phase)}
        onFit={() => props.onFit(column)}
      />
    </div>
  );
});
