import type { ReactNode } from "react";
import { fieldText, type Words } from "#app/i18n/field-text.ts";
import { ToneDot } from "#app/ui/tone-dot.tsx";
import type { CallRecord } from "#contract/record/call-record.ts";
import { isEnumField } from "#contract/record/enums.ts";
import {
  RECORD_FIELDS,
  type FieldKind,
  type FieldOfKind,
  type RecordField,
} from "#contract/record/record-fields.ts";
import { isToned, toneOf } from "#contract/record/tones.ts";
import { isWaitWorkedOut } from "#contract/record/wait-time.ts";
import { isComposed, type Column, type ComposedColumn } from "#contract/view/columns.ts";
import { nameChain } from "./name-chain.tsx";
import { partiesContent, partiesText } from "./parties.tsx";
import { phasesContent, phasesText } from "./phases.tsx";
import { satisfactionContent, satisfactionText } from "./satisfaction.tsx";
import classes from "./cell.module.css";

interface Composed {
  content(record: CallRecord, words: Words): ReactNode;
  text(record: CallRecord, words: Words): string | undefined;
}

const COMPOSED = {
  parties: { content: partiesContent, text: partiesText },
  phases: { content: phasesContent, text: phasesText },
  satisfaction: { content: satisfactionContent, text: satisfactionText },
} as const satisfies Record<ComposedColumn, Composed>;

/**
 * What a cell shows; undefined where the upstream did not say. Each of several things in one cell
 * names its field in `data-field`, and its place in a list in `data-index`.
 */
export function cellContent(record: CallRecord, column: Column, words: Words): ReactNode {
  if (isComposed(column)) return COMPOSED[column].content(record, words);
  if (isListField(column)) return nameChain(record, column);
  const text = fieldText(record, column, words);
  if (text === undefined) return undefined;
  if (isEnumField(column) && isToned(column))
    return (
      <>
        <ToneDot tone={toneOf(column, record[column] ?? "")} />
        {text}
      </>
    );
  if (column === "waitTime" && isWaitWorkedOut(record)) return workedOut(text, words);
  // In an hour that the clocks show twice there is more to say than the column is wide.
  if (isShownTwice(record, column, words)) return <span title={text}>{text}</span>;
  return text;
}

/** The same as plain text, complete where the cell has to be brief. */
export function cellText(record: CallRecord, column: Column, words: Words): string | undefined {
  return isComposed(column)
    ? COMPOSED[column].text(record, words)
    : fieldText(record, column, words);
}

function isShownTwice(record: CallRecord, field: RecordField, { formats }: Words): boolean {
  const value = record[field];
  return (
    RECORD_FIELDS[field] === "instant" &&
    typeof value === "number" &&
    formats.twiceShown(value) !== undefined
  );
}

function workedOut(text: string, { labels }: Words): ReactNode {
  const why = labels.cells.waitWorkedOut;
  return (
    <>
      {text}
      <span role="img" aria-label={why} title={why} className={classes["mark"]}>
        *
      </span>
    </>
  );
}

const KIND_WIDTHS = {
  text: 140,
  phone: 118,
  enum: 92,
  list: 96,
  instant: 126,
  seconds: 78,
  integer: 72,
  boolean: 76,
} as const satisfies Record<FieldKind, number>;

const COLUMN_WIDTHS: Partial<Record<Column, number>> = {
  parties: 292,
  phases: 88,
  satisfaction: 90,
  contactId: 230,
  contactType: 82,
  contactDisposition: 100,
  callDuration: 68,
  agentNames: 94,
  agentIds: 150,
  skillGroupIds: 150,
  callIds: 200,
  callerLocation: 116,
  calleeLocation: 116,
  satisfactionDescription: 100,
  satisfactionIndex: 84,
  earlyMediaState: 132,
  recordingReady: 76,
};

/** Width of a column in px, before anybody chose another. The default columns fit 1,190 px. */
export function columnWidth(column: Column): number {
  const width = COLUMN_WIDTHS[column];
  if (width !== undefined) return width;
  return isComposed(column) ? KIND_WIDTHS.text : KIND_WIDTHS[RECORD_FIELDS[column]];
}

/** Figures stand at the right edge, so that they can be compared down the column. */
export function isFigure(column: Column): boolean {
  if (isComposed(column)) return false;
  const kind = RECORD_FIELDS[column];
  return kind === "seconds" || kind === "integer";
}

function isListField(field: RecordField): field is FieldOfKind<"list"> {
  return RECORD_FIELDS[field] === "list";
}
