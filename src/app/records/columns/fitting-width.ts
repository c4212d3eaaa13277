import { cellsOf } from "#app/ui/grid-dom.ts";
import type { Column } from "#contract/view/columns.ts";

/**
 * The width at which a column shows its heading and what its rows in the document hold, px;
 * undefined where none of it is drawn, or where what is drawn has no width of its own.
 */
export function fittingWidth(column: Column): number | undefined {
  // A strip to scale is as wide as one makes it.
  if (column === "phases") return undefined;
  const cells = cellsOf(column);
  if (cells.length === 0) return undefined;
  const widths = cells.map((cell) => cell.style.width);
  // All are set, then all are measured: the browser lays them out once, and paints nothing of it.
  for (const cell of cells) cell.style.width = "max-content";
  const fitting = cells.map((cell) => cell.getBoundingClientRect().width);
  for (const [index, cell] of cells.entries()) cell.style.width = widths[index] ?? "";
  return Math.ceil(Math.max(...fitting));
}
