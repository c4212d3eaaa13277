import { PAGE_SIZE } from "#contract/view/paging.ts";

/** Height in px of the line before each page but the first, which the style sheet repeats. */
export const DIVIDER_HEIGHT = 22;

/**
 * Where rows stand: all of one height, with a line before every page but the first. Nothing has to
 * be measured or remembered, so a list of ten million rows costs what one of ten does.
 */
export interface RowSpace {
  /** Of one row, px. */
  readonly rowHeight: number;
  /** Of `rows` rows with their dividers, px. */
  height(rows: number): number;
  /** The upper edge of a row, px. */
  top(index: number): number;
  /** The row at a height, or the one below the divider there. */
  indexAt(y: number): number;
}

export function createRowSpace(rowHeight: number): RowSpace {
  const pageHeight = PAGE_SIZE * rowHeight + DIVIDER_HEIGHT;
  const top = (index: number) => index * rowHeight + Math.floor(index / PAGE_SIZE) * DIVIDER_HEIGHT;
  return {
    rowHeight,
    top,
    height: (rows) => (rows === 0 ? 0 : top(rows - 1) + rowHeight),
    indexAt(y) {
      // As if the first page had its divider too: then all pages are of one height.
      const shifted = Math.max(0, y) + DIVIDER_HEIGHT;
      const page = Math.floor(shifted / pageHeight);
      const within = shifted - page * pageHeight - DIVIDER_HEIGHT;
      return page * PAGE_SIZE + Math.max(0, Math.floor(within / rowHeight));
    },
  };
}
