import { stringify } from "csv-stringify/browser/esm/sync";
import type { Cell, Rows, SheetColumn, SheetHead } from "#sheet/sheet.ts";
import { keptText } from "./kept-text.ts";

const ROWS_AT_ONCE = 200;
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * Rows as CSV (RFC 4180, UTF-8), a few at a time and as they are asked for. It begins with a byte order mark,
 * since spreadsheets take a file without one for the local code page. Seconds go out as numbers, which add up.
 */
export async function* csvFile(head: SheetHead, rows: Rows): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(BYTE_ORDER_MARK + lines([head.columns.map(csvHeading)]));
  let batch: string[][] = [];
  for await (const row of rows) {
    batch.push(row.map(csvText));
    if (batch.length < ROWS_AT_ONCE) continue;
    yield encoder.encode(lines(batch));
    batch = [];
  }
  if (batch.length > 0) yield encoder.encode(lines(batch));
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
