import { rowSortingFeature, tableFeatures, type ColumnDef } from "@tanstack/react-table";
import type { ReactNode } from "react";
import type { CallRecord } from "#contract/call-record.ts";
import {
  RECORD_FIELD_NAMES,
  RECORD_FIELDS,
  type FieldKind,
  type RecordField,
} from "#contract/record-fields.ts";
import { isSortField } from "#contract/sort.ts";
import { isEnumField } from "#contract/enums.ts";
import { isToned, toneOf } from "#contract/tones.ts";
import { ToneDot } from "#app/ui/tone-dot.tsx";
import { fieldText, type Words } from "#app/i18n/field-text.ts";

/** The upstream sorts; the table only has to know by what. */
export const RECORD_FEATURES = tableFeatures({ rowSortingFeature });

const KIND_WIDTHS = {
  text: 140,
  phone: 118,
  enum: 92,
  list: 112,
  instant: 136,
  seconds: 82,
  integer: 72,
  boolean: 76,
} as const satisfies Record<FieldKind, number>;

const FIELD_WIDTHS: Partial<Record<RecordField, number>> = {
  contactId: 230,
  contactDisposition: 150,
  callerLocation: 116,
  calleeLocation: 116,
  satisfactionDescription: 100,
  satisfactionIndex: 84,
  earlyMediaState: 132,
};

/** Width of a field's column in px. */
export function columnWidth(field: RecordField): number {
  return FIELD_WIDTHS[field] ?? KIND_WIDTHS[RECORD_FIELDS[field]];
}

/** Figures stand at the right edge, so that they can be compared down the column. */
export function isFigure(field: RecordField): boolean {
  const kind = RECORD_FIELDS[field];
  return kind === "seconds" || kind === "integer";
}

/** What a cell shows: text, with a dot where the value's tone means something. */
export function cellContent(record: CallRecord, field: RecordField, words: Words): ReactNode {
  const text = fieldText(record, field, words);
  if (text === undefined) return undefined;
  if (!isEnumField(field) || !isToned(field)) return text;
  return (
    <>
      <ToneDot tone={toneOf(field, record[field] ?? "")} />
      {text}
    </>
  );
}

/** One column for each field; those that the upstream can sort by are sortable. */
export const RECORD_COLUMNS: ReadonlyMap<
  RecordField,
  ColumnDef<typeof RECORD_FEATURES, CallRecord>
> = new Map(
  RECORD_FIELD_NAMES.map((field) => [
    field,
    {
      id: field,
      accessorFn: (record) => record[field],
      enableSorting: isSortField(field),
      sortDescFirst: true,
    },
  ]),
);
