import type { CallRecord } from "#contract/record/call-record.ts";
import { fieldValue } from "#contract/record/field-value.ts";
import { RECORD_FIELDS, type FieldKind, type RecordField } from "#contract/record/record-fields.ts";
import { columnFields, type Column } from "#contract/view/columns.ts";
import type { Cell, CellKind, Row, SheetHead } from "./sheet.ts";

/** The language and time zone of a cell. */
export interface CellWords {
  /** A field of any kind as the screen writes it; undefined where the upstream did not say. */
  text(record: CallRecord, field: RecordField): string | undefined;
  /** `2026-11-22 14:05:12` in the time zone, with the offset where the clocks show it twice */
  instant(ms: number): string;
}

/** Those of a whole sheet. */
export interface SheetWords extends CellWords {
  readonly title: string;
  /** IANA name */
  readonly timeZone: string;
  heading(field: RecordField): string;
}

/** Call records as the rows of a sheet. */
export interface RecordSheet {
  readonly head: SheetHead;
  row(record: CallRecord): Row;
}

const CELL_KINDS = {
  text: "text",
  phone: "text",
  enum: "text",
  list: "text",
  boolean: "text",
  instant: "instant",
  seconds: "seconds",
  integer: "integer",
} as const satisfies Record<FieldKind, CellKind>;

/**
 * The fields that columns show, in their order; two columns may show the same one. The contact id is always
 * among them: by it a row is found again.
 */
function sheetFields(columns: readonly Column[]): readonly RecordField[] {
  return [...new Set([...columns.flatMap(columnFields), "contactId" as const])];
}

/** The sheet of these columns; one that shows several fields becomes a column for each. */
export function recordSheet(columns: readonly Column[], words: SheetWords): RecordSheet {
  const fields = sheetFields(columns);
  return {
    head: {
      title: words.title,
      columns: fields.map((field) => {
        const kind = CELL_KINDS[RECORD_FIELDS[field]];
        const heading = words.heading(field);
        return { kind, heading: kind === "instant" ? `${heading} (${words.timeZone})` : heading };
      }),
    },
    row: (record) => fields.map((field) => recordCell(record, field, words)),
  };
}

/** One field of a record. */
export function recordCell(record: CallRecord, field: RecordField, words: CellWords): Cell {
  const kind = CELL_KINDS[RECORD_FIELDS[field]];
  const value = fieldValue(record, field);
  const text = words.text(record, field);
  if (typeof value === "number") {
    if (kind === "instant") return { kind, text: words.instant(value) };
    if (kind === "integer") return { kind, integer: value };
    if (kind === "seconds") return { kind, seconds: value, text: text ?? "" };
  }
  return text === undefined ? undefined : { kind: "text", text };
}
