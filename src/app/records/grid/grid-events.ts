import type { FocusEvent, KeyboardEvent, MouseEvent, PointerEvent } from "react";
import type { CellActions } from "#app/records/cell-actions/use-cell-actions.tsx";
import type { RowsInView } from "#app/records/list/viewport.ts";
import { placeOf } from "#app/ui/grid-dom.ts";
import type { Column } from "#contract/view/columns.ts";
import { gridStep, type Place } from "./grid-step.ts";

interface GridInHand {
  /** Those shown, in order. */
  readonly columns: readonly Column[];
  /** How many there are in the whole list. */
  readonly rows: number;
  /** How many of them one press of Page Down goes on. */
  readonly pageRows: () => number;
  /** Undefined where those in view are not of this list. */
  readonly rowsInView: () => RowsInView | undefined;
  /** Brings a cell into view and gives it the focus. */
  readonly moveTo: (place: Place) => void;
  /** Keeps in mind which cell has the focus. */
  readonly note: (place: Place) => void;
  /** Opens the call of a row. */
  readonly open: (row: number) => void;
  /** Opens it in a tab of its own. */
  readonly openInTab: (row: number) => void;
  readonly cells: CellActions;
}

/** The number of the middle mouse button. */
const MIDDLE = 1;

/** What the root of the grid hears for all its headings and cells: keys, focus, mouse and finger. */
export function gridEvents(grid: GridInHand) {
  const { columns, rows, moveTo, note, cells } = grid;
  const open = (row: number, press: { ctrlKey: boolean; metaKey: boolean }) =>
    press.ctrlKey || press.metaKey ? grid.openInTab(row) : grid.open(row);
  return {
    onKeyDown(event: KeyboardEvent) {
      const at = placeOf(event.target);
      // What lies over the rows has its own keys.
      if (at === undefined) return;
      const size = { rows, columns: columns.length, pageRows: grid.pageRows() };
      const column = columns.findIndex((name) => name === at.column);
      const next = gridStep(event, { row: at.row, column }, size);
      if (next !== undefined) {
        event.preventDefault();
        moveTo(next);
      } else if ((event.key === "Enter" || event.key === " ") && at.row >= 0) {
        event.preventDefault();
        open(at.row, event);
      } else if (at.row >= 0) cells.onKeyDown(event);
    },
    onFocus(event: FocusEvent) {
      const at = placeOf(event.target);
      const column = columns.findIndex((name) => name === at?.column);
      if (at === undefined || column < 0) return;
      const inView = grid.rowsInView();
      const isFromOutside = !event.currentTarget.contains(event.relatedTarget);
      const isElsewhere =
        inView !== undefined && at.row >= 0 && (at.row < inView.first || at.row > inView.last);
      // One who has scrolled or leapt elsewhere comes in where the rows in view are.
      if (isFromOutside && isElsewhere) moveTo({ row: inView.first, column });
      else note({ row: at.row, column });
    },
    onClick(event: MouseEvent) {
      const at = placeOf(event.target);
      // Text that was just selected with the mouse is meant to be copied, not opened.
      if (at === undefined || at.row < 0 || getSelection()?.isCollapsed === false) return;
      open(at.row, event);
    },
    onMouseDown(event: MouseEvent) {
      // Else the middle button would begin to scroll.
      if (event.button === MIDDLE && rowOf(event) !== undefined) event.preventDefault();
    },
    onAuxClick(event: MouseEvent) {
      const row = event.button === MIDDLE ? rowOf(event) : undefined;
      if (row !== undefined) grid.openInTab(row);
    },
    onContextMenu: cells.onContextMenu,
    onPointerOver(event: PointerEvent) {
      tellWhole(event.target);
      cells.onPointerOver(event);
    },
    onPointerLeave: cells.onPointerLeave,
    onPointerDown: cells.onPointerDown,
  };
}

/** The row of a call that an event is in. */
function rowOf({ target }: MouseEvent): number | undefined {
  const at = placeOf(target);
  return at === undefined || at.row < 0 ? undefined : at.row;
}

/** One tooltip for the whole table, and only over text that is cut off. */
function tellWhole(target: EventTarget) {
  const place = placeOf(target);
  if (place === undefined || place.row < 0) return;
  const { element } = place;
  element.title = element.scrollWidth > element.clientWidth ? element.innerText : "";
}
