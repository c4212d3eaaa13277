import type { ReactNode } from "react";
import type { CallRecord } from "#contract/record/call-record.ts";
import type { FieldOfKind } from "#contract/record/record-fields.ts";
import type { Words } from "#labels/field-text.ts";
import classes from "./cell.module.css";

interface Side {
  readonly number: FieldOfKind<"phone">;
  readonly place: "callerLocation" | "calleeLocation";
}

const CALLER: Side = { number: "callingNumber", place: "callerLocation" };
const CALLED: Side = { number: "calledNumber", place: "calleeLocation" };

/** `15400000000 上海市-上海 → 02105550100 上海市-上海` */
export function partiesText(record: CallRecord, words: Words): string | undefined {
  if (!isKnown(record)) return undefined;
  const side = ({ number, place }: Side) =>
    [record[number], record[place]].filter((part) => part !== undefined).join(" ") ||
    words.labels.records.none;
  return `${side(CALLER)} → ${side(CALLED)}`;
}

/** Caller → called, each with its place, in one line. The arrows stand below each other. */
export function partiesContent(record: CallRecord, words: Words): ReactNode {
  if (!isKnown(record)) return undefined;
  return (
    <>
      <span className={classes["side"]}>{sideContent(record, CALLER, words)}</span>
      <span role="img" aria-label={words.labels.cells.calls} className={classes["arrow"]}>
        →
      </span>
      <span className={classes["side"]}>{sideContent(record, CALLED, words)}</span>
    </>
  );
}

function isKnown(record: CallRecord): boolean {
  return [CALLER, CALLED].some(
    ({ number, place }) => record[number] !== undefined || record[place] !== undefined,
  );
}

function sideContent(record: CallRecord, side: Side, words: Words): ReactNode {
  const { [side.number]: number, [side.place]: place } = record;
  if (number === undefined && place === undefined)
    return <span className={classes["quiet"]}>{words.labels.records.none}</span>;
  return (
    <>
      {number !== undefined && (
        <span data-field={side.number} className={classes["number"]}>
          {number}
        </span>
      )}
      {place !== undefined && (
        <span data-field={side.place} className={classes["place"]}>
          {` ${cityOf(place)}`}
        </span>
      )}
    </>
  );
}

/** The upstream writes `省-市`; in a cell there is room for the city, which says the same. */
function cityOf(place: string): string {
  return place.slice(place.lastIndexOf("-") + 1).trim() || place;
}
