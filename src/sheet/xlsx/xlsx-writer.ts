import type { AboutFile, SheetState, SheetWriter } from "#sheet/sheet-writer.ts";
import { joined } from "#sheet/sheet-writer.ts";
import type { Row, SheetHead } from "#sheet/sheet.ts";
import { aboutXml, viewCell } from "./about-xml.ts";
import { createCellStyles } from "./cell-styles.ts";
import { columnWidths } from "./column-width.ts";
import { createPacking, type Packing } from "./packing.ts";
import {
  closingXml,
  openingXml,
  rowXml,
  SHEET_LIMITS,
  sheetArea,
  type SheetLimits,
} from "./sheet-xml.ts";
import { sheetName, sheetPath, workbookParts, type NamedSheet } from "./workbook-parts.ts";
import { createZipWriter, type ZipState } from "./zip-writer.ts";

/** Where the writer is. */
interface XlsxState {
  readonly zip: ZipState;
  /** Those that are complete. */
  readonly sheets: readonly NamedSheet[];
  /** Of the one that is open: its last row, 0 while there is none, and its XML until then. */
  readonly lastRow: number;
  readonly characters: number;
  /** Offsets of instants, each of which has a style. */
  readonly offsets: readonly string[];
}

export interface XlsxOptions {
  /** Of a kind behind which others can go on, where they are to. */
  readonly packing?: () => Packing;
  readonly limits?: SheetLimits;
}

/** Rows that the widths are made of, for these stand before the rows. */
const ROWS_FOR_WIDTHS = 100;
const CHARACTERS_AT_ONCE = 262_144;

/**
 * Rows as XLSX. Rows that do not fit in one sheet go on in another. The widths are made of the first rows that are
 * written at once.
 *
 * @param state of a writer of this kind, to go on from there
 */
export function createXlsxWriter(
  { title, columns }: SheetHead,
  state: SheetState = {},
  { packing = createPacking, limits = SHEET_LIMITS }: XlsxOptions = {},
): SheetWriter {
  // Sealed, or of this very process: nobody else has a hand in it.
  const before = state as Partial<XlsxState>;
  const zip = createZipWriter(packing, before.zip);
  const styles = createCellStyles(before.offsets);
  const sheets = [...(before.sheets ?? [])];
  let lastRow = before.lastRow ?? 0;
  let characters = before.characters ?? 0;

  function openSheet(ahead: readonly Row[]): Uint8Array {
    const widths = columnWidths(columns, ahead.slice(0, ROWS_FOR_WIDTHS));
    const file = zip.open(sheetPath(sheets.length + 1));
    lastRow = 1;
    characters = 0;
    return joined([file, zip.add(openingXml(columns, widths, sheets.length === 0))]);
  }

  function closeSheet(): Uint8Array {
    const area = sheetArea(columns.length, lastRow);
    sheets.push({ name: sheetName(title, sheets.length + 1), area });
    lastRow = 0;
    return zip.add(closingXml(area));
  }

  function write(rows: readonly Row[]): Uint8Array {
    const pieces: Uint8Array[] = [];
    let xml = "";
    const flush = () => {
      if (xml !== "") pieces.push(zip.add(xml));
      characters += xml.length;
      xml = "";
    };
    for (const [at, row] of rows.entries()) {
      const isFull = lastRow === limits.rows || characters + xml.length > limits.characters;
      if (lastRow > 0 && isFull) {
        flush();
        pieces.push(closeSheet());
      }
      if (lastRow === 0) pieces.push(openSheet(rows.slice(at)));
      lastRow += 1;
      xml += rowXml(row, lastRow, styles);
      if (xml.length >= CHARACTERS_AT_ONCE) flush();
    }
    flush();
    return joined(pieces);
  }

  function end(about?: AboutFile): Uint8Array {
    const pieces = lastRow === 0 && sheets.length === 0 ? [openSheet([])] : [];
    if (lastRow > 0) pieces.push(closeSheet());
    const number = sheets.length + 1;
    if (about !== undefined)
      pieces.push(zip.open(sheetPath(number)), zip.add(aboutXml(about, styles)));
    const named = about && {
      name: sheetName(about.title, 1),
      number,
      cell: viewCell(about),
    };
    for (const [name, xml] of workbookParts(sheets, styles.xml(), named))
      pieces.push(zip.open(name), zip.add(xml));
    return joined([...pieces, zip.end()]);
  }

  return {
    write,
    end,
    state: () => ({
      zip: zip.state(),
      sheets: [...sheets],
      lastRow,
      characters,
      offsets: styles.offsets(),
    }),
  };
}
