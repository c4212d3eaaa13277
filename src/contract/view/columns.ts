import { RECORD_FIELD_NAMES, type RecordField } from "#contract/record/record-fields.ts";

/** The columns that show several fields in one cell, with those fields. */
export const COMPOSED_COLUMNS = {
  /** caller → called, each with its place */
  parties: ["callingNumber", "callerLocation", "calledNumber", "calleeLocation"],
  /** where the time went, drawn to scale */
  phases: ["ivrTime", "queueTime", "ringTime", "dialingTime", "talkTime"],
  /** not offered, not answered, or the answer with the customer's own word for it */
  satisfaction: ["satisfactionSurveyOffered", "satisfactionIndex", "satisfactionDescription"],
} as const satisfies Record<string, readonly RecordField[]>;

/** A column that shows several fields in one cell. */
export type ComposedColumn = keyof typeof COMPOSED_COLUMNS;

/** A column of the table: one of a single field has that field's name. */
export type Column = RecordField | ComposedColumn;

/** Every column there is: each field's own, and the composed ones. */
// The cast is sound: the object is a literal of this module with no other keys.
export const COLUMN_NAMES: readonly Column[] = [
  ...RECORD_FIELD_NAMES,
  ...(Object.keys(COMPOSED_COLUMNS) as ComposedColumn[]),
];

/** True for a column that shows several fields in one cell. */
export function isComposed(column: Column): column is ComposedColumn {
  return Object.hasOwn(COMPOSED_COLUMNS, column);
}

/** The fields that a column shows, at least one. */
export function columnFields(column: Column): readonly RecordField[] {
  return isComposed(column) ? COMPOSED_COLUMNS[column] : [column];
}

/** Which columns a table shows. */
export interface Columns {
  /** In order, without repeats, at least one. */
  readonly shown: readonly Column[];
  /** How many of them, counted from the first, stay while the others scroll sideways. */
  readonly pinned: number;
}

/** The columns of a reader who never chose any. */
export const DEFAULT_COLUMNS: Columns = {
  shown: [
    "startTime",
    "contactType",
    "parties",
    "agentNames",
    "skillGroupNames",
    "contactDisposition",
    "phases",
    "callDuration",
    "talkTime",
    "satisfaction",
    "recordingReady",
  ],
  pinned: 1,
};

/** The columns of such a reader on a screen as narrow as a phone's: three are seen there in any language. */
export const NARROW_COLUMNS: Columns = {
  shown: ["startTime", "contactDisposition", "callDuration", "agentNames", "parties"],
  pinned: 0,
};

/** True for the same columns in the same order, of which as many are pinned. */
export function isSameColumns(one: Columns, other: Columns): boolean {
  return one.pinned === other.pinned && one.shown.join() === other.shown.join();
}
