import { memo } from "react";
import { SCROLLER_ID } from "#app/ui/grid-dom.ts";
import type { ColumnLayout, LaidColumn } from "./lay-columns.ts";

/**
 * Where the cells of each column stand, said once for all of them: each row that is scrolled into view would
 * otherwise tell the browser again, cell by cell.
 */
export const ColumnPlaces = memo(function ColumnPlaces({ pinned, free }: ColumnLayout) {
  return <style>{[...pinned, ...free].map(placeOf).join("\n")}</style>;
});

function placeOf({ column, left, width }: LaidColumn): string {
  return `#${SCROLLER_ID} [role="gridcell"][data-column="${column}"] { left: ${left}px; width: ${width}px; }`;
}
