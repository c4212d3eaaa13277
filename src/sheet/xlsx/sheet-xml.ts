import type { Row, SheetColumn } from "#sheet/sheet.ts";
import type { CellStyles } from "./cell-styles.ts";
import { cellXml, headingXml } from "./cell-xml.ts";
import { columnWidths } from "./column-width.ts";

/** How much fits in one sheet. */
export interface SheetLimits {
  /** With the headings. */
  readonly rows: number;
  /** Of its XML: three bytes each at most, so that it stays below the 4 GiB of a file in an archive. */
  readonly characters: number;
}

/** What Excel and others read. */
export const SHEET_LIMITS: SheetLimits = { rows: 1_048_576, characters: 1_400_000_000 };

/** Rows that are looked at before the first is written, for the widths stand before the rows. */
const ROWS_FOR_WIDTHS = 100;
const CHARACTERS_AT_ONCE = 65_536;

/** `A`, `Z`, `AA` */
function columnLetters(at: number): string {
  const rest = String.fromCharCode("A".charCodeAt(0) + (at % 26));
  return at < 26 ? rest : columnLetters(Math.floor(at / 26) - 1) + rest;
}

/** Rows that are read one by one, by whoever comes first. */
export type RowsToCome = AsyncIterator<Row, unknown>;

/** What is known of a sheet when it is written. */
export interface WrittenSheet {
  /** `A1:F101` */
  readonly area: string;
  /** Read already, and without a place in it. */
  readonly left: readonly Row[];
}

/**
 * A sheet's XML in pieces, of as many of the rows as fit: a frozen heading with filter buttons, and columns
 * as wide as they need to be.
 */
export async function* sheetXml(
  columns: readonly SheetColumn[],
  first: readonly Row[],
  rows: RowsToCome,
  { styles, limits, isFirst }: { styles: CellStyles; limits: SheetLimits; isFirst: boolean },
): AsyncGenerator<string, WrittenSheet> {
  const letters = columns.map((_, at) => columnLetters(at));
  const ahead = [...first];
  const next = async () => {
    const { done, value } = await rows.next();
    // What an iterator gives at its end is no row.
    return done === true ? undefined : (value as Row);
  };
  while (ahead.length < ROWS_FOR_WIDTHS) {
    const row = await next();
    if (row === undefined) break;
    ahead.push(row);
  }
  const headings = columns.map(({ heading }, at) => headingXml(heading, `${letters[at]}1`));
  let piece = `${openingXml(columnWidths(columns, ahead), isFirst)}<row r="1">${headings.join("")}</row>`;
  let characters = 0;
  let last = 1;
  let row = ahead.shift() ?? (await next());
  for (; row !== undefined; row = ahead.shift() ?? (await next())) {
    if (last === limits.rows || characters > limits.characters) break;
    last += 1;
    const cells = row.map((cell, at) => cellXml(cell, `${letters[at]}${last}`, styles));
    piece += `<row r="${last}">${cells.join("")}</row>`;
    if (piece.length < CHARACTERS_AT_ONCE) continue;
    characters += piece.length;
    yield piece;
    piece = "";
  }
  const area = `A1:${letters.at(-1) ?? "A"}${last}`;
  yield `${piece}${closingXml(area)}`;
  return { area, left: row === undefined ? [] : [row, ...ahead] };
}

function openingXml(widths: readonly number[], isFirst: boolean): string {
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>`,
    `<sheetView ${isFirst ? `tabSelected="1" ` : ""}workbookViewId="0">`,
    `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    `<cols>${columns.join("")}</cols><sheetData>`,
  ].join("");
}

/** Without the last part Excel puts a green corner on every number that is a text. */
function closingXml(area: string): string {
  return [
    `</sheetData><autoFilter ref="${area}"/>`,
    `<ignoredErrors><ignoredError sqref="${area}" numberStoredAsText="1"/></ignoredErrors></worksheet>`,
  ].join("");
}
