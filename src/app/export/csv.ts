import { stringify } from "csv-stringify/browser/esm/sync";
import { fieldText, fieldValue, type Words } from "#app/i18n/field-text.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { RECORD_FIELDS, type RecordField } from "#contract/record/record-fields.ts";
import { columnFields, type Column } from "#contract/view/columns.ts";

/**
 * A value as a spreadsheet should take it. A trailing tab keeps text that looks like a number or
 * a date as it is (a phone number would become 1.38E+10 and lose its leading zero); it does not
 * show. Seconds go out as
 * numbers, which add up, and instants in full.
 */
function csvValue(record: CallRecord, field: RecordField, words: Words): string | number {
  const value = fieldValue(record, field);
  const kind = RECORD_FIELDS[field];
  if (typeof value === "number" && (kind === "seconds" || kind === "integer")) return value;
  if (typeof value === "number" && kind === "instant") return words.formats.instant(value);
  const text = fieldText(record, field, words) ?? "";
  return /^[\d.,:/eE+-]+$/.test(text) ? `${text}\t` : text;
}

/** The fields that the columns on screen show, in their order; two columns may show the same one. */
function shownFields(columns: readonly Column[]): readonly RecordField[] {
  return [...new Set(columns.flatMap(columnFields))];
}

/**
 * The rows as CSV (RFC 4180) with a byte order mark, since spreadsheets take a file without one
 * for the local code page. A column that shows several fields becomes one for each. Cells that a
 * spreadsheet would run as a formula are made harmless by the library:
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export function recordsCsv(
  records: readonly CallRecord[],
  columns: readonly Column[],
  words: Words,
): string {
  const fields = shownFields(columns);
  const { labels, formats } = words;
  const header = fields.map((field) => {
    const kind = RECORD_FIELDS[field];
    if (kind === "instant") return `${labels.fields[field]} (${formats.timeZone})`;
    return kind === "seconds" ? `${labels.fields[field]} (s)` : labels.fields[field];
  });
  const rows = records.map((record) => fields.map((field) => csvValue(record, field, words)));
  return stringify([header, ...rows], {
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
    // A line break of any kind would otherwise end the row, and what follows could be a formula.
    quoted_match: /[\r\n]/,
  });
}
