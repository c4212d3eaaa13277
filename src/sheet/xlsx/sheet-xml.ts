import type { Row, SheetColumn } from "#sheet/sheet.ts";
import type { CellStyles } from "./cell-styles.ts";
import { cellXml, headingXml } from "./cell-xml.ts";

/** How much fits in one sheet. */
export interface SheetLimits {
  /** With the headings. */
  readonly rows: number;
  /** Of its XML: three bytes each at most, so that it stays below the 4 GiB of a file in an archive. */
  readonly characters: number;
}

/** What Excel and others read. */
export const SHEET_LIMITS: SheetLimits = { rows: 1_048_576, characters: 1_400_000_000 };

/** `A`, `Z`, `AA` */
function columnLetters(at: number): string {
  const rest = String.fromCharCode("A".charCodeAt(0) + (at % 26));
  return at < 26 ? rest : columnLetters(Math.floor(at / 26) - 1) + rest;
}

/** `A1:F101` */
export function sheetArea(columns: number, lastRow: number): string {
  return `A1:${columnLetters(Math.max(0, columns - 1))}${lastRow}`;
}

/** The beginning of a sheet: a frozen heading, and columns as wide as they need to be. */
export function openingXml(
  columns: readonly SheetColumn[],
  widths: readonly number[],
  isFirst: boolean,
): string {
  const wide = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const headings = columns.map(({ heading }, at) => headingXml(heading, `${columnLetters(at)}1`));
  return [
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>`,
    `<sheetView ${isFirst ? `tabSelected="1" ` : ""}workbookViewId="0">`,
    `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    `<cols>${wide.join("")}</cols><sheetData><row r="1">${headings.join("")}</row>`,
  ].join("");
}

/** A row, in its place from 1. */
export function rowXml(row: Row, place: number, styles: CellStyles): string {
  const cells = row.map((cell, at) => cellXml(cell, `${columnLetters(at)}${place}`, styles));
  return `<row r="${place}">${cells.join("")}</row>`;
}

/** The end of a sheet, with filter buttons. Without the last part Excel puts a green corner on every number that is a text. */
export function closingXml(area: string): string {
  return [
    `</sheetData><autoFilter ref="${area}"/>`,
    `<ignoredErrors><ignoredError sqref="${area}" numberStoredAsText="1"/></ignoredErrors></worksheet>`,
  ].join("");
}
