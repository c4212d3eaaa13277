import { cellText } from "#app/records/cell/cell-content.tsx";
import type { CellSpan } from "#app/ui/grid-dom.ts";
import type { CallRecord } from "#contract/record/call-record.ts";
import { isComposed, type Column } from "#contract/view/columns.ts";
import { fieldText, type Words } from "#labels/field-text.ts";
import { pastedText } from "#sheet/lines/pasted-text.ts";
import { recordCell } from "#sheet/record-sheet.ts";
import type { Cell } from "#sheet/sheet.ts";

interface TableInHand {
  /** Those shown, in order. */
  readonly columns: readonly Column[];
  /** The call in a row of the whole list, from 0, where it is held. */
  readonly recordAt: (row: number) => CallRecord | undefined;
  readonly words: Words;
}

/**
 * A part of the table as a spreadsheet takes it from the clipboard, and changes nothing of it: a line a call,
 * tabs between cells, and instants with their year.
 * What stands before the first cell in its row is left empty, so that columns stay columns.
 *
 * @returns the text, and how many of the calls are not held any more and so are not in it
 */
export function cellsTsv(
  { first, last }: CellSpan,
  { columns, recordAt, words }: TableInHand,
): { text: string; missing: number } {
  const at = (column: string) => columns.findIndex((name) => name === column);
  const [firstAt, lastAt] = [at(first.column), at(last.column)];
  const isOneRow = first.row === last.row;
  const lines: string[] = [];
  let missing = 0;
  for (let row = first.row; row <= last.row; row += 1) {
    const record = recordAt(row);
    if (record === undefined) {
      missing += 1;
      continue;
    }
    const to = row === last.row ? lastAt : columns.length - 1;
    const from = row === first.row ? firstAt : 0;
    const cells = columns
      .slice(isOneRow ? from : 0, to + 1)
      .map((column, index) =>
        !isOneRow && index < from ? "" : pastedText(cellOf(record, column, words)),
      );
    lines.push(cells.join("\t"));
  }
  return { text: lines.join("\r\n"), missing };
}

function cellOf(record: CallRecord, column: Column, words: Words): Cell {
  if (!isComposed(column))
    return recordCell(record, column, {
      text: (of, field) => fieldText(of, field, words),
      instant: words.formats.instant,
    });
  const text = cellText(record, column, words);
  return text === undefined ? undefined : { kind: "text", text };
}
