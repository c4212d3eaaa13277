import type { Column, Columns } from "#contract/view/columns.ts";

/** Whether a column stays while the others scroll sideways. */
export function isPinned({ shown, pinned }: Columns, column: Column): boolean {
  const at = shown.indexOf(column);
  return at >= 0 && at < pinned;
}

/** Pins one column, as the last of the pinned, or frees it, as the first of the others. */
export function togglePin(columns: Columns, column: Column): Columns {
  const { shown, pinned } = columns;
  if (!shown.includes(column)) return columns;
  const others = shown.filter((other) => other !== column);
  return isPinned(columns, column)
    ? { shown: others.toSpliced(pinned - 1, 0, column), pinned: pinned - 1 }
    : { shown: others.toSpliced(pinned, 0, column), pinned: pinned + 1 };
}

/** Pins all columns from the first to the given one, and no other. */
export function pinUpTo(columns: Columns, column: Column): Columns {
  const at = columns.shown.indexOf(column);
  return at < 0 ? columns : { ...columns, pinned: at + 1 };
}

/** Frees the given column and those pinned after it. */
export function unpinFrom(columns: Columns, column: Column): Columns {
  return isPinned(columns, column)
    ? { ...columns, pinned: columns.shown.indexOf(column) }
    : columns;
}
