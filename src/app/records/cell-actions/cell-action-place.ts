import { partOf, placeOf } from "#app/ui/grid-dom.ts";
import { isOneOf } from "#contract/record/enums.ts";
import { RECORD_FIELD_NAMES, type RecordField } from "#contract/record/record-fields.ts";
import { COLUMN_NAMES, type Column } from "#contract/view/columns.ts";

/** A cell of a call, and what in it is meant. */
export interface CellPlace {
  readonly cell: HTMLElement;
  /** Position in the whole list, from 0. */
  readonly row: number;
  readonly column: Column;
  /** The thing in the cell that was pointed at, if it was one of several. */
  readonly part?: {
    readonly element: HTMLElement;
    readonly field: RecordField;
    readonly index?: number;
  };
}

/** The cell that holds a node, if one does. */
export function findCell(node: EventTarget | null): CellPlace | undefined {
  const place = placeOf(node);
  if (place === undefined || place.row < 0 || !isOneOf(COLUMN_NAMES, place.column))
    return undefined;
  const { element: cell, row, column } = place;
  const part = findPart(node);
  return { cell, row, column, ...(part !== undefined && { part }) };
}

function findPart(node: EventTarget | null): CellPlace["part"] {
  const part = partOf(node);
  if (part === undefined || !isOneOf(RECORD_FIELD_NAMES, part.field)) return undefined;
  return { ...part, field: part.field };
}
