import type { ReactNode } from "react";
import type { DrawnColumns, LaidColumn } from "./lay-columns.ts";
import classes from "./records-grid.module.css";

/** What stands in a row, of headings or of a call: the pinned columns in an element that stays. */
export function rowCells(
  { pinned, pinnedWidth, free }: DrawnColumns,
  cell: (column: LaidColumn) => ReactNode,
): ReactNode {
  return (
    <>
      {pinned.length > 0 && (
        <div role="presentation" className={classes["pinned"]} style={{ width: pinnedWidth }}>
          {pinned.map(cell)}
        </div>
      )}
      {free.map(cell)}
    </>
  );
}
