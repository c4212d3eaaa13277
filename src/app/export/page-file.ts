import { createCsvWriter } from "#sheet/csv/csv-writer.ts";
import { wholeSheet, type AboutFile } from "#sheet/sheet-writer.ts";
import { createXlsxWriter } from "#sheet/xlsx/xlsx-writer.ts";
import type { FileFormat } from "./page-formats.ts";
import { pageSheet, type PageContent } from "./page-sheet.ts";

const WRITERS = {
  csv: { create: createCsvWriter, type: "text/csv;charset=utf-8" },
  xlsx: {
    create: createXlsxWriter,
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
} as const;

/** The page as a file. */
export function pageFile(content: PageContent, format: FileFormat, about?: AboutFile): Blob {
  const { head, rows } = pageSheet(content);
  const { create, type } = WRITERS[format];
  const pieces = wholeSheet(create(head), rows, about);
  return new Blob(
    pieces.map((piece) => new Uint8Array(piece)),
    { type },
  );
}
