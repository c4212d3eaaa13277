import type { AboutFile } from "#sheet/sheet-writer.ts";
import type { CellStyles } from "./cell-styles.ts";
import { cellXml, headingXml } from "./cell-xml.ts";

/** Where the view stands in the sheet: in its last row. */
export function viewCell({ lines }: AboutFile): string {
  return `$B$${lines.length + 2}`;
}

/** The sheet in which a workbook says what it is, a line a row. */
export function aboutXml(about: AboutFile, styles: CellStyles): string {
  const rows = [...about.lines, ["callscope_view", about.view] as const].map(
    ([label, text], at) => {
      const place = at + 2;
      const value = cellXml({ kind: "text", text }, `B${place}`, styles);
      return `<row r="${place}">${headingXml(label, `A${place}`)}${value}</row>`;
    },
  );
  return [
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
    `<cols><col min="1" max="1" width="18" customWidth="1"/><col min="2" max="2" width="90" customWidth="1"/></cols>`,
    `<sheetData><row r="1">${headingXml(about.title, "A1")}</row>${rows.join("")}</sheetData></worksheet>`,
  ].join("");
}
