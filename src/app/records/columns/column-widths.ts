import { isEnumField } from "#contract/record/enums.ts";
import { RECORD_FIELDS, type FieldKind } from "#contract/record/record-fields.ts";
import { isToned } from "#contract/record/tones.ts";
import { COLUMN_NAMES, isComposed, type Column } from "#contract/view/columns.ts";
import { isSortField } from "#contract/view/sort.ts";
import { columnLabel, type Labels } from "#labels/labels.ts";
import type { MeasureText } from "./measure-text.ts";

/** How wide a column is before anybody chose a width, px. */
export interface ColumnWidth {
  /** Its heading and the longest of the words that it may hold; no column is narrower by itself. */
  readonly least: number;
  /** All that its cells are likely to hold. */
  readonly full: number;
}

// What style sheets have around texts, px.
const PADDING = 12;
const DOT = 13;
const SORT_ARROW = 12;
/** Between Chinese and other letters the browser leaves a gap that a canvas does not. */
const GAP = 2;

/** Examples as long as what such cells hold. */
const EXAMPLES = {
  text: ["0000000000"],
  phone: ["000000000000"],
  enum: [],
  list: [],
  instant: [],
  seconds: ["0:00:00"],
  integer: ["000"],
  boolean: [],
} as const satisfies Record<FieldKind, readonly string[]>;

/** As the provider's own surveys put it. */
const LONG_ANSWER = "非常不满意";

/** Columns of free text in px: how much of it there is nobody knows, and any width can be chosen. */
const FREE_WIDTHS: Partial<Record<Column, ColumnWidth>> = {
  // What is more than two numbers are their places.
  parties: { least: 0, full: 380 },
  phases: { least: 0, full: 90 },
  agentNames: { least: 58, full: 170 },
  skillGroupNames: { least: 90, full: 200 },
  agentIds: { least: 120, full: 220 },
  skillGroupIds: { least: 120, full: 220 },
  callIds: { least: 160, full: 320 },
  contactId: { least: 160, full: 230 },
  callerLocation: { least: 90, full: 180 },
  calleeLocation: { least: 90, full: 180 },
  releaseReason: { least: 120, full: 240 },
  instanceId: { least: 120, full: 200 },
};

/**
 * The widths of all columns, in the words of one language.
 *
 * @param instant as long as instants are written
 */
export function columnWidths(
  labels: Labels,
  measure: MeasureText,
  instant: string,
): Readonly<Record<Column, ColumnWidth>> {
  const widthOf = (column: Column): ColumnWidth => {
    const arrow = isSortField(column) ? SORT_ARROW : 0;
    const heading = measure(columnLabel(labels, column), "heading") + arrow;
    const free = FREE_WIDTHS[column];
    const words = Math.max(
      0,
      ...wordsIn(column, labels, instant).map((text) => measure(text, "cell")),
    );
    const dot = !isComposed(column) && isEnumField(column) && isToned(column) ? DOT : 0;
    const least = Math.max(
      Math.ceil(Math.max(heading, words + dot + GAP) + PADDING),
      free?.least ?? 0,
    );
    return { least, full: Math.max(least, free?.full ?? 0) };
  };
  // The cast states what the loop builds: a width for each name.
  return Object.fromEntries(COLUMN_NAMES.map((column) => [column, widthOf(column)])) as Record<
    Column,
    ColumnWidth
  >;
}

/** The longest texts that the cells of a column hold, as far as they are known beforehand. */
function wordsIn(column: Column, { enums, records }: Labels, instant: string): readonly string[] {
  const answers = [records.surveyNotOffered, records.surveyUnanswered];
  if (column === "satisfaction") return [...answers, `0 · ${LONG_ANSWER}`];
  if (column === "satisfactionDescription") return [LONG_ANSWER];
  if (column === "satisfactionIndex") return answers;
  if (column === "parties") return [EXAMPLES.phone.concat(EXAMPLES.phone).join(" → ")];
  if (isComposed(column)) return [];
  if (isEnumField(column)) return Object.values(enums[column]);
  if (column === "recordingReady")
    return [records.recordingReady, records.recordingPending, records.recordingNone];
  if (RECORD_FIELDS[column] === "instant") return [instant];
  if (RECORD_FIELDS[column] === "boolean") return [records.yes, records.no];
  return EXAMPLES[RECORD_FIELDS[column]];
}

/** Figures stand at the right edge, so that they can be compared down the column. */
export function isFigure(column: Column): boolean {
  if (isComposed(column)) return false;
  const kind = RECORD_FIELDS[column];
  return kind === "seconds" || kind === "integer";
}
