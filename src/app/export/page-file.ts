import { csvFile } from "#sheet/csv/csv-file.ts";
import { xlsxFile } from "#sheet/xlsx/xlsx-file.ts";
import type { FileFormat } from "./page-formats.ts";
import { pageSheet, type PageContent } from "./page-sheet.ts";

const WRITERS = {
  csv: { write: csvFile, type: "text/csv;charset=utf-8" },
  xlsx: {
    write: xlsxFile,
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
} as const;

/** The page as a file. */
export async function pageFile(content: PageContent, format: FileFormat): Promise<Blob> {
  const { head, rows } = pageSheet(content);
  const { write, type } = WRITERS[format];
  const pieces: Blob[] = [];
  for await (const piece of write(head, rows)) pieces.push(new Blob([new Uint8Array(piece)]));
  return new Blob(pieces, { type });
}
