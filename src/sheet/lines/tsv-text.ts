import { keptText } from "#sheet/csv/kept-text.ts";
import type { Cell, Row, SheetHead } from "#sheet/sheet.ts";
import { shownText } from "./shown-text.ts";

/** Rows to paste into a spreadsheet, which then changes nothing about their texts. */
export function tsvText({ columns }: SheetHead, rows: readonly Row[]): string {
  const headings = columns.map(({ heading }) => heading);
  const lines = [headings, ...rows.map((row) => row.map(pasted))];
  return lines.map((cells) => cells.join("\t")).join("\r\n");
}

function pasted(cell: Cell): string {
  const text = shownText(cell);
  return cell?.kind === "text" ? keptText(text) : text;
}
