import type { ColumnWidth } from "#app/records/columns/column-widths.ts";
import type { Column, Columns } from "#contract/view/columns.ts";

/** A column with its place, px. */
export interface LaidColumn {
  readonly column: Column;
  /** From 1, as assistive technology counts. */
  readonly number: number;
  readonly left: number;
  readonly width: number;
}

export interface ColumnLayout {
  readonly pinned: readonly LaidColumn[];
  /** From the left edge of the row, as the pinned ones are. */
  readonly free: readonly LaidColumn[];
  readonly pinnedWidth: number;
  readonly width: number;
}

/** The columns that are in the document. */
export interface DrawnColumns extends Pick<ColumnLayout, "pinned" | "pinnedWidth"> {
  /** Those in view, and the one with the focus wherever it is. */
  readonly free: readonly LaidColumn[];
}

interface LayOut {
  readonly columns: Columns;
  /** What the reader chose, px. */
  readonly widths: Readonly<Partial<Record<Column, number>>>;
  readonly ownWidth: (column: Column) => ColumnWidth;
  /** Columns of words, which take what room is left once nothing is cut any more. */
  readonly canGrow: (column: Column) => boolean;
  /** Of the part of the table that is seen, px. */
  readonly room: number;
}

/** Pinned columns may not take the whole screen: then there would be nothing to scroll. */
const MOST_PINNED = 0.6;

export function layColumns({ columns, widths, ownWidth, canGrow, room }: LayOut): ColumnLayout {
  const { shown } = columns;
  const laidWidths = spread(
    shown.map((column) => {
      const chosen = widths[column];
      if (chosen !== undefined) return { least: chosen, full: chosen, grows: false };
      return { ...ownWidth(column), grows: canGrow(column) };
    }),
    room,
  );
  let pinned = columns.pinned;
  while (pinned > 0 && sum(laidWidths.slice(0, pinned)) > room * MOST_PINNED) pinned -= 1;
  let edge = 0;
  const laid = shown.map((column, index) => {
    const width = laidWidths[index] ?? 0;
    const left = edge;
    edge += width;
    return { column, number: index + 1, left, width };
  });
  return {
    pinned: laid.slice(0, pinned),
    free: laid.slice(pinned),
    pinnedWidth: sum(laidWidths.slice(0, pinned)),
    width: Math.max(edge, room),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

/** Widths in px that fill the room: first what would be cut gets its due, then words get the rest. */
function spread(
  wanted: readonly (ColumnWidth & { readonly grows: boolean })[],
  room: number,
): readonly number[] {
  const missing = sum(wanted.map(({ least, full }) => full - least));
  const growing = sum(wanted.map(({ full, grows }) => (grows ? full : 0)));
  const spare = Math.max(0, room - sum(wanted.map(({ least }) => least)));
  const due = Math.min(spare, missing);
  return wanted.map(({ least, full, grows }) => {
    const duly = missing === 0 ? 0 : (due * (full - least)) / missing;
    const further = grows ? ((spare - due) * full) / growing : 0;
    return Math.floor(least + duly + further);
  });
}

/** The free columns that are seen with `scrollLeft`, and one to either side, as a range of indexes. */
export function columnsInView(
  { free, pinnedWidth }: ColumnLayout,
  scrollLeft: number,
  room: number,
): { from: number; to: number } {
  const from = free.findIndex(({ left, width }) => left + width > scrollLeft + pinnedWidth);
  const beyond = free.findIndex(({ left }) => left >= scrollLeft + room);
  return {
    from: Math.max(0, (from < 0 ? free.length : from) - 1),
    to: Math.min(free.length, (beyond < 0 ? free.length : beyond) + 1),
  };
}
