import type { Column, Columns } from "#contract/view/columns.ts";

/**
 * The columns with one moved to stand before another, or with `undefined` last. A column that comes
 * to stand among the pinned is pinned, one that leaves them is not; at the border itself, before the
 * first that is not pinned, it stays what it was.
 */
export function moveColumn(columns: Columns, column: Column, before: Column | undefined): Columns {
  const { shown, pinned } = columns;
  const from = shown.indexOf(column);
  if (from < 0 || before === column) return columns;
  const wasPinned = from < pinned;
  const others = shown.filter((other) => other !== column);
  const border = wasPinned ? pinned - 1 : pinned;
  const found = before === undefined ? -1 : others.indexOf(before);
  const to = found < 0 ? others.length : found;
  const isPinned = to < border || (to === border && wasPinned);
  return { shown: others.toSpliced(to, 0, column), pinned: border + (isPinned ? 1 : 0) };
}

/** What a column would stand before after one step to the left (-1) or right; `false` at the ends. */
export function stepTarget(
  order: readonly Column[],
  column: Column,
  step: -1 | 1,
): Column | undefined | false {
  const from = order.indexOf(column);
  const to = from + step;
  if (from < 0 || to < 0 || to >= order.length) return false;
  return order[step === -1 ? to : to + 1];
}
