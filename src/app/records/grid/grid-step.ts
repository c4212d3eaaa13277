import type { KeyPress } from "#app/ui/key-press.ts";

/** A cell of the grid; the header is row -1. */
export interface Place {
  readonly row: number;
  /** From 0. */
  readonly column: number;
}

/**
 * The cell that a key moves to, as the WAI-ARIA grid pattern has it; undefined for a key that moves
 * nowhere. https://www.w3.org/WAI/ARIA/apg/patterns/grid/
 */
export function gridStep(
  press: KeyPress,
  { row, column }: Place,
  size: { rows: number; columns: number; pageRows: number },
): Place | undefined {
  const { key, ctrlKey, altKey, metaKey, shiftKey } = press;
  if (altKey || metaKey || shiftKey || size.columns === 0) return undefined;
  const lastColumn = size.columns - 1;
  const to = (toRow: number, toColumn: number): Place => ({
    row: Math.min(size.rows - 1, Math.max(-1, toRow)),
    column: Math.min(lastColumn, Math.max(0, toColumn)),
  });
  if (ctrlKey) {
    if (key === "Home") return to(0, 0);
    if (key === "End") return to(size.rows - 1, lastColumn);
    return undefined;
  }
  switch (key) {
    case "ArrowDown":
      return to(row + 1, column);
    case "ArrowUp":
      return to(row - 1, column);
    case "ArrowRight":
      return to(row, column + 1);
    case "ArrowLeft":
      return to(row, column - 1);
    case "PageDown":
      return to(row + size.pageRows, column);
    case "PageUp":
      // The header is reached by one step, not by a leap.
      return to(Math.max(Math.min(row, 0), row - size.pageRows), column);
    case "Home":
      return to(row, 0);
    case "End":
      return to(row, lastColumn);
    default:
      return undefined;
  }
}
