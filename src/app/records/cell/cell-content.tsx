import type { ReactNode } from "react";
import { fieldNote } from "#app/i18n/field-note.ts";
import { outsideText } from "#app/ui/outside-text.tsx";
import { ToneDot } from "#app/ui/tone-dot.tsx";
import type { CallRecord } from "#contract/record/call-record.ts";
import { isEnumField } from "#contract/record/enums.ts";
import {
  RECORD_FIELDS,
  type FieldOfKind,
  type RecordField,
} from "#contract/record/record-fields.ts";
import { isToned, toneOf } from "#contract/record/tones.ts";
import { isComposed, type Column, type ComposedColumn } from "#contract/view/columns.ts";
import { fieldText, type Words } from "#labels/field-text.ts";
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
        <span>{text}</span>
      </>
    );
  const note = fieldNote(record, column, words.labels);
  if (note !== undefined) return noted(text, note);
  // In an hour that the clocks show twice there is more to say than the column is wide.
  if (isShownTwice(record, column, words)) return <span title={text}>{text}</span>;
  return outsideText(text);
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

function noted(text: string, note: string): ReactNode {
  return (
    <>
      <span>{text}</span>
      <span role="img" aria-label={note} title={note} className={classes["mark"]}>
        *
      </span>
    </>
  );
}

function isListField(field: RecordField): field is FieldOfKind<"list"> {
  return RECORD_FIELDS[field] === "list";
}
