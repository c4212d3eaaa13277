import { parse } from "csv-parse/sync";
import exceljs, { type Workbook } from "exceljs";
import { wholeSheet, type SheetWriter } from "./sheet-writer.ts";
import type { Row, SheetHead } from "./sheet.ts";

/** What a spreadsheet would change on opening. */
export const CHANGED_TEXTS = [
  "+862155500100",
  "=1+1",
  "@x",
  "-1",
  "5月1日",
  "100%",
  "１２３",
  "TRUE",
  "(021)55500100",
  "1E5",
  "00123",
] as const;

/** All of a file. */
export function wholeFile(writer: SheetWriter, rows: readonly Row[]): Buffer {
  return Buffer.concat(wholeSheet(writer, rows));
}

/** The cells of a CSV as a spreadsheet takes them: a formula that is nothing but a text is that text. */
export function csvCells(bytes: Buffer): string[][] {
  const written = parse(bytes, { bom: true, record_delimiter: ["\r\n", "\n", "\r"] }) as string[][];
  return written.map((row) => row.map(shownText));
}

/** The rows of a CSV, and behind the empty one what the file says about itself. */
export function csvTable(bytes: Buffer): {
  headings: string[];
  rows: string[][];
  about: ReadonlyMap<string, string>;
} {
  const [headings = [], ...cells] = csvCells(bytes);
  const empty = cells.findIndex((row) => row.every((cell) => cell === ""));
  const end = empty < 0 ? cells.length : empty;
  return {
    headings,
    rows: cells.slice(0, end),
    about: new Map(cells.slice(end + 1).map(([label = "", text = ""]) => [label, text])),
  };
}

function shownText(cell: string): string {
  if (!/^=(?:&?"(?:[^"]|"")*")+$/s.test(cell)) return cell;
  const pieces = [...cell.matchAll(/[=&]"((?:[^"]|"")*)"/gs)];
  return pieces.map(([, piece = ""]) => piece.replaceAll('""', '"')).join("");
}

/** A workbook as exceljs reads it. */
export async function readWorkbook(bytes: Buffer): Promise<Workbook> {
  const workbook = new exceljs.Workbook();
  // Its types are of another edition's Buffer.
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return workbook;
}

/** A sheet of texts only: one row for each. */
export function sheetOfTexts(texts: readonly string[]): { head: SheetHead; rows: Row[] } {
  return {
    head: { title: "Texts", columns: [{ kind: "text", heading: "Text" }] },
    rows: texts.map((text) => [{ kind: "text", text }]),
  };
}
