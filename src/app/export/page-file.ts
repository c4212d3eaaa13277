import { saveFile } from "#app/ui/save-file.ts";
import type { Criteria } from "#contract/filter/filters.ts";
import type { AbsoluteRange } from "#contract/time/time-range.ts";
import { fileName } from "#labels/file-name.ts";
import { createCsvWriter } from "#sheet/csv/csv-writer.ts";
import { wholeSheet } from "#sheet/sheet-writer.ts";
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

/** Of which calls the page is. */
interface PageFacts {
  /** The instance's name. */
  readonly instance: string;
  readonly range: AbsoluteRange;
  readonly criteria: Criteria;
  readonly page: number;
}

/**
 * Saves the page as a file, once it is noted.
 *
 * @param note is told how large it is
 * @returns its name
 * @throws what `note` throws: then it is not saved
 */
export async function savePage(
  content: PageContent,
  format: FileFormat,
  facts: PageFacts,
  note: (bytes: number) => Promise<void>,
): Promise<string> {
  const file = pageFile(content, format);
  const { title, words } = content;
  const name = fileName({ ...facts, title, words, format });
  await note(file.size);
  saveFile(file, name);
  return name;
}

/** The page as a file. */
function pageFile(content: PageContent, format: FileFormat): Blob {
  const { head, rows } = pageSheet(content);
  const { create, type } = WRITERS[format];
  const pieces = wholeSheet(create(head), rows);
  return new Blob(
    pieces.map((piece) => new Uint8Array(piece)),
    { type },
  );
}
