import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type RefObject,
} from "react";
import { flushSync } from "react-dom";
import { cellAt } from "#app/ui/grid-dom.ts";
import type { Column } from "#contract/view/columns.ts";
import type { Place } from "./grid-step.ts";

/**
 * The cell that was last gone to, or the first: it has the grid's one tab stop.
 * https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/
 */
export function useActivePlace(
  list: string | undefined,
  startRow: number,
  size: { rows: number; columns: number },
): [Place, (place: Place) => void] {
  const [place, setPlace] = useState<Place>({ row: startRow, column: 0 });
  // Another list begins anew.
  const [known, setKnown] = useState(list);
  if (known !== list) {
    setKnown(list);
    // Who sorts by key stays on the heading.
    setPlace({ row: place.row < 0 ? place.row : startRow, column: place.column });
  }
  const note = useCallback((next: Place) => {
    setPlace((old) => (old.row === next.row && old.column === next.column ? old : next));
  }, []);
  const row = Math.min(place.row, Math.max(0, size.rows - 1));
  const column = Math.min(place.column, size.columns - 1);
  const active = useMemo(() => ({ row, column }), [row, column]);
  return [active, note];
}

interface Moves {
  readonly columns: readonly Column[];
  readonly note: (place: Place) => void;
  readonly scrollToRow: (row: number, where: "top" | "nearest") => void;
  readonly scrollToColumn: (column: Column) => void;
}

/** Brings a cell into view and gives it the focus. */
export function useMoveTo(moves: Moves): (place: Place) => void {
  const { columns, note, scrollToRow, scrollToColumn } = moves;
  return useCallback(
    (place) => {
      const column = columns[place.column];
      if (column === undefined) return;
      // Drawn at once, since only a cell in the document can take the focus.
      flushSync(() => note(place));
      if (place.row >= 0) scrollToRow(place.row, "nearest");
      scrollToColumn(column);
      cellAt(place.row, column)?.focus({ preventScroll: true });
    },
    [columns, note, scrollToRow, scrollToColumn],
  );
}

/** Where the focus was in the rows of one list, it goes to where the next one begins. */
export function useFocusInNextList(
  grid: RefObject<HTMLElement | null>,
  list: string | undefined,
  active: Place,
  moveTo: (place: Place) => void,
): void {
  // A row that is taken away with the focus on it takes leave of nobody, so it is remembered.
  const wasHere = useRef(false);
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      wasHere.current = target instanceof Node && grid.current?.contains(target) === true;
    };
    addEventListener("focusin", onFocus);
    return () => removeEventListener("focusin", onFocus);
  }, [grid]);
  const known = useRef(list);
  useLayoutEffect(() => {
    const isNext = known.current !== undefined && known.current !== list;
    known.current = list;
    const focused = document.activeElement;
    const isFree = focused === document.body || grid.current?.contains(focused) === true;
    if (isNext && wasHere.current && isFree && active.row >= 0)
      queueMicrotask(() => moveTo(active));
  }, [grid, list, active, moveTo]);
}
