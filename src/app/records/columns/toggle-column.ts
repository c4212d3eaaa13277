import { DEFAULT_COLUMNS, type Column, type Columns } from "#contract/view/columns.ts";

/** The columns without the given one; the only one there is stays. */
export function hideColumn(columns: Columns, column: Column): Columns {
  const at = columns.shown.indexOf(column);
  if (at < 0 || columns.shown.length === 1) return columns;
  return {
    shown: columns.shown.toSpliced(at, 1),
    pinned: columns.pinned - (at < columns.pinned ? 1 : 0),
  };
}

/**
 * The columns with the given one: a built-in column behind those that precede it by default, so that
 * hiding and showing it leaves all as it was, and any other column at the end.
 */
export function showColumn(columns: Columns, column: Column): Columns {
  const { shown, pinned } = columns;
  if (shown.includes(column)) return columns;
  const rank = DEFAULT_COLUMNS.shown.indexOf(column);
  if (rank < 0) return { shown: [...shown, column], pinned };
  const earlier = DEFAULT_COLUMNS.shown.slice(0, rank);
  const place = shown.findLastIndex((other) => earlier.includes(other)) + 1;
  if (rank < DEFAULT_COLUMNS.pinned)
    return { shown: shown.toSpliced(Math.min(place, pinned), 0, column), pinned: pinned + 1 };
  return { shown: shown.toSpliced(Math.max(place, pinned), 0, column), pinned };
}
