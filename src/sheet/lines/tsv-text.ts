import type { Row, SheetHead } from "#sheet/sheet.ts";
import { pastedText } from "./pasted-text.ts";

/** Rows to paste into a spreadsheet, which then changes nothing about their texts. */
export function tsvText({ columns }: SheetHead, rows: readonly Row[]): string {
  const headings = columns.map(({ heading }) => heading);
  const lines = [headings, ...rows.map((row) => row.map(pastedText))];
  return lines.map((cells) => cells.join("\t")).join("\r\n");
}
