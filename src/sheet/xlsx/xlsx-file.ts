import type { Row, Rows, SheetHead } from "#sheet/sheet.ts";
import { createCellStyles } from "./cell-styles.ts";
import { SHEET_LIMITS, sheetXml, type SheetLimits } from "./sheet-xml.ts";
import { sheetName, sheetPath, workbookParts, type NamedSheet } from "./workbook-parts.ts";
import { zipFile, type ZipEntry } from "./zip-file.ts";

/**
 * Rows as XLSX, in pieces that are made as they are asked for. Rows that do not fit in one sheet go on in
 * another.
 *
 * @throws SheetError `too_large`
 */
export function xlsxFile(
  head: SheetHead,
  rows: Rows,
  limits: SheetLimits = SHEET_LIMITS,
): AsyncGenerator<Uint8Array> {
  return zipFile(workbookFiles(head, rows, limits));
}

async function* workbookFiles(
  { title, columns }: SheetHead,
  rows: Rows,
  limits: SheetLimits,
): AsyncGenerator<ZipEntry> {
  const styles = createCellStyles();
  const sheets: NamedSheet[] = [];
  const toCome = oneByOne(rows);
  let left: readonly Row[] = [];
  try {
    do {
      const number = sheets.length + 1;
      const first = left;
      const isFirst = number === 1;
      // The archive reads it to its end before it asks for the next file.
      async function* content() {
        const written = yield* sheetXml(columns, first, toCome, { styles, limits, isFirst });
        sheets.push({ name: sheetName(title, number), area: written.area });
        left = written.left;
      }
      yield { name: sheetPath(number), content: content() };
    } while (left.length > 0);
  } finally {
    // Where nobody reads on, nobody is to make rows any more.
    await toCome.return(undefined);
  }
  for (const [name, xml] of workbookParts(sheets, styles.xml())) yield { name, content: [xml] };
}

async function* oneByOne(rows: Rows): AsyncGenerator<Row> {
  yield* rows;
}
