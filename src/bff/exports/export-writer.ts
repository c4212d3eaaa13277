import type { Locale } from "#contract/api/locales.ts";
import type { WholeFormat } from "#contract/api/whole-export.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { DEFAULT_COLUMNS, type Columns } from "#contract/view/columns.ts";
import { fieldText, type Words } from "#labels/field-text.ts";
import { createFormats } from "#labels/formats.ts";
import { messagesOf } from "#labels/language-messages.ts";
import { createCsvWriter } from "#sheet/csv/csv-writer.ts";
import { recordSheet } from "#sheet/record-sheet.ts";
import type { AboutFile, SheetState } from "#sheet/sheet-writer.ts";
import type { SheetHead } from "#sheet/sheet.ts";
import { createXlsxWriter } from "#sheet/xlsx/xlsx-writer.ts";
import { createPackingInPieces } from "./packing-in-pieces.ts";

const WRITERS = {
  csv: createCsvWriter,
  xlsx: (head: SheetHead, state?: SheetState) =>
    createXlsxWriter(head, state, { packing: createPackingInPieces }),
} as const;

/** By format. */
export const MEDIA_TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const satisfies Record<WholeFormat, string>;

/** Writes call records as the screen shows them, in its language and the server's time zone. */
export interface ExportWriter {
  readonly words: Words;
  write(records: readonly CallRecord[]): Uint8Array;
  state(): SheetState;
  end(about: AboutFile): Uint8Array;
}

/**
 * @param asOf ms
 * @param state of one that wrote the beginning
 */
export function createExportWriter(
  {
    format,
    locale,
    columns = DEFAULT_COLUMNS,
  }: {
    readonly format: WholeFormat;
    readonly locale: Locale;
    readonly columns?: Columns | undefined;
  },
  timeZone: string,
  asOf: number,
  state?: SheetState,
): ExportWriter {
  const labels = messagesOf(locale);
  const formats = createFormats(locale, timeZone);
  const words = { labels, formats, nowMs: asOf };
  const { head, row } = recordSheet(columns.shown, {
    title: labels.export.fileName,
    timeZone,
    heading: (field) => labels.fields[field],
    text: (record, field) => fieldText(record, field, words),
    instant: formats.instant,
  });
  const writer = WRITERS[format](head, state);
  return {
    words,
    write: (records) => writer.write(records.map(row)),
    state: writer.state,
    end: writer.end,
  };
}
