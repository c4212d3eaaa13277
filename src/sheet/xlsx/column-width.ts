import type { Cell, Row, SheetColumn } from "#sheet/sheet.ts";

/** In widths of a digit. */
const WIDEST = 60;
const ROOM = 2;
const FILTER_BUTTON = 3;

/** How wide the columns must be for their headings and for these rows. */
export function columnWidths(columns: readonly SheetColumn[], rows: readonly Row[]): number[] {
  return columns.map(({ heading }, at) => {
    const needed = rows.map((row) => textWidth(cellText(row[at])) + ROOM);
    return Math.min(WIDEST, Math.max(textWidth(heading) + FILTER_BUTTON, ...needed));
  });
}

function cellText(cell: Cell): string {
  if (cell === undefined) return "";
  // `0:` stands before minutes in a sheet.
  if (cell.kind === "seconds") return `0:0${cell.text}`;
  return cell.kind === "integer" ? String(cell.integer) : cell.text;
}

/** Of the widest line; Chinese is twice as wide as digits. */
function textWidth(text: string): number {
  const lineWidth = (line: string) => line.length + (line.match(/[\u1100-\uffe6]/g)?.length ?? 0);
  return Math.max(...text.slice(0, WIDEST).split("\n").map(lineWidth));
}
