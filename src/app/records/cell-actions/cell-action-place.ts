import { COLUMN_NAMES, type Column } from "#contract/view/columns.ts";
import { isOneOf } from "#contract/record/enums.ts";
import { RECORD_FIELD_NAMES, type RecordField } from "#contract/record/record-fields.ts";

/** A place in the table as the document says it (`data-row`, `data-column`, `data-field`). */
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
  if (!(node instanceof Element)) return undefined;
  const cell = node.closest<HTMLElement>('[role="gridcell"][data-column]');
  const row = cell?.closest<HTMLElement>("[data-row]")?.dataset["row"];
  const column = cell?.dataset["column"];
  if (cell === null || row === undefined || !isOneOf(COLUMN_NAMES, column ?? "")) return undefined;
  const part = findPart(node, cell);
  // `isOneOf` has read the name as one of the columns.
  return { cell, row: Number(row), column: column as Column, ...(part !== undefined && { part }) };
}

function findPart(node: Element, cell: Element): CellPlace["part"] {
  const element = node.closest<HTMLElement>("[data-field]");
  const { field = "", index } = element?.dataset ?? {};
  if (element === null || !cell.contains(element) || !isOneOf(RECORD_FIELD_NAMES, field))
    return undefined;
  return { element, field, ...(index !== undefined && { index: Number(index) }) };
}
