import { stringify } from "csv-stringify/browser/esm/sync";
import type { AboutFile, SheetState, SheetWriter } from "#sheet/sheet-writer.ts";
import type { Cell, SheetColumn, SheetHead } from "#sheet/sheet.ts";
import { keptText } from "./kept-text.ts";

const BYTE_ORDER_MARK = "\uFEFF";

/**
 * Rows as CSV (RFC 4180, UTF-8). It begins with a byte order mark, since spreadsheets take a file without one for
 * the local code page. Seconds go out as numbers, which add up. What the file says about itself stands behind the
 * rows, with an empty row between: there spreadsheets see the table end (decision 27).
 */
export function createCsvWriter({ columns }: SheetHead, state: SheetState = {}): SheetWriter {
  const encoder = new TextEncoder();
  let isBegun = state["isBegun"] === true;
  function head(): string {
    if (isBegun) return "";
    isBegun = true;
    return BYTE_ORDER_MARK + lines([columns.map(csvHeading)]);
  }
  return {
    write: (rows) => encoder.encode(head() + lines(rows.map((row) => row.map(csvText)))),
    state: () => ({ isBegun }),
    end: (about) =>
      encoder.encode(head() + (about === undefined ? "" : aboutText(about, columns.length))),
  };
}

/** As many cells in each row as in those above, since readers of CSV insist on it. The last is for programs. */
function aboutText({ title, lines: about, view }: AboutFile, columns: number): string {
  const rows = [
    [""],
    [title],
    ...about.map(([label, text]) => (columns > 1 ? [label, text] : [`${label}: ${text}`])),
  ];
  const wide = (row: readonly string[]) =>
    Array.from({ length: columns }, (_, at) => row[at] ?? "");
  const kept = rows.map((row) => wide(row.map(keptText)));
  // A query has neither spaces nor quotes in it (`app/export/opening` looks for it).
  return lines(kept) + `"# callscope-view: ${view}"${",".repeat(columns - 1)}\r\n`;
}

function csvHeading({ kind, heading }: SheetColumn): string {
  return kind === "seconds" ? `${heading} (s)` : heading;
}

function csvText(cell: Cell): string {
  switch (cell?.kind) {
    case undefined:
      return "";
    case "text":
      return keptText(cell.text);
    case "instant":
      return cell.text;
    case "seconds":
      return String(cell.seconds);
    case "integer":
      return String(cell.integer);
    default:
      return cell satisfies never;
  }
}

function lines(rows: readonly (readonly string[])[]): string {
  // A line break of any kind would otherwise end the row, and what follows could be a formula.
  return stringify([...rows], { record_delimiter: "windows", quoted_match: /[\r\n]/ });
}
