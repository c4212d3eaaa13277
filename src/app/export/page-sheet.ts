import type { CallRecord } from "#contract/record/call-record.ts";
import type { Column } from "#contract/view/columns.ts";
import { fieldText, type Words } from "#labels/field-text.ts";
import { recordSheet } from "#sheet/record-sheet.ts";
import type { Row, SheetHead } from "#sheet/sheet.ts";

/** Records as they are on screen: its columns, words and time zone. */
export interface PageContent {
  readonly records: readonly CallRecord[];
  readonly columns: readonly Column[];
  readonly words: Words;
  /** The name of the sheet. */
  readonly title: string;
}

export function pageSheet({ records, columns, words, title }: PageContent): {
  head: SheetHead;
  rows: Row[];
} {
  const { labels, formats } = words;
  const { head, row } = recordSheet(columns, {
    title,
    timeZone: formats.timeZone,
    heading: (field) => labels.fields[field],
    text: (record, field) => fieldText(record, field, words),
    instant: formats.instant,
  });
  return { head, rows: records.map(row) };
}
