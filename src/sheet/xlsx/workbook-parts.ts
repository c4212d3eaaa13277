import { xmlText } from "./xml-text.ts";

// What a workbook is of besides its sheets and styles (ECMA-376 part 1, 18.2, and part 2).

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const DECLARATION = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;

/** A sheet of the workbook. */
export interface NamedSheet {
  readonly name: string;
  /** `A1:F101` */
  readonly area: string;
}

export const sheetPath = (number: number) => `xl/worksheets/sheet${number}.xml`;

/** The name of a sheet, from 1; Excel takes 31 characters and none that means something in a formula. */
export function sheetName(title: string, number: number): string {
  const suffix = number === 1 ? "" : ` (${number})`;
  const plain = title.replaceAll(/[[\]:*?/\\']|\p{C}/gu, " ").trim() || "1";
  return plain.slice(0, 31 - suffix.length) + suffix;
}

/** The sheet that says what the file is, behind the others. */
export interface AboutSheet {
  readonly name: string;
  readonly number: number;
  /** `$B$9`: the view, by which a program finds it. */
  readonly cell: string;
}

/** The parts by their paths, for sheets in their order. */
export function workbookParts(
  sheets: readonly NamedSheet[],
  styles: string,
  about?: AboutSheet,
): readonly (readonly [path: string, xml: string])[] {
  const ofRows = sheets.map((sheet, at) => ({ ...sheet, number: at + 1 }));
  const numbered = [...ofRows, about ?? []].flat();
  const stylesId = `rId${numbered.length + 1}`;
  const workbook = [
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews><sheets>`,
    ...numbered.map(
      ({ name, number }) =>
        `<sheet name="${xmlText(name)}" sheetId="${number}" r:id="rId${number}"/>`,
    ),
    `</sheets><definedNames>`,
    // Some readers show filter buttons by this name only.
    ...ofRows.map(
      ({ name, area, number }) =>
        `<definedName name="_xlnm._FilterDatabase" localSheetId="${number - 1}" hidden="1">'${xmlText(name)}'!${absolute(area)}</definedName>`,
    ),
    about === undefined
      ? ""
      : `<definedName name="callscope_view">'${xmlText(about.name)}'!${about.cell}</definedName>`,
    `</definedNames></workbook>`,
  ];
  const relations = [
    `<Relationships xmlns="${PACKAGE}/relationships">`,
    ...numbered.map(
      ({ number }) =>
        `<Relationship Id="rId${number}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
    ),
    `<Relationship Id="${stylesId}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  ];
  const types = [
    `<Types xmlns="${PACKAGE}/content-types">`,
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
    `<Default Extension="xml" ContentType="application/xml"/>`,
    `<Override PartName="/xl/workbook.xml" ContentType="${OFFICE}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${OFFICE}.styles+xml"/>`,
    ...numbered.map(
      ({ number }) =>
        `<Override PartName="/${sheetPath(number)}" ContentType="${OFFICE}.worksheet+xml"/>`,
    ),
    `</Types>`,
  ];
  const roots = [
    `<Relationships xmlns="${PACKAGE}/relationships">`,
    `<Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ];
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ["xl/styles.xml", [styles]],
    ["xl/workbook.xml", workbook],
    ["xl/_rels/workbook.xml.rels", relations],
    ["_rels/.rels", roots],
    ["[Content_Types].xml", types],
  ];
  return parts.map(([path, xml]) => [path, DECLARATION + xml.join("")] as const);
}

/** `$A$1:$F$101` */
function absolute(area: string): string {
  return area.replaceAll(/([A-Z]+)(\d+)/g, "$$$1$$$2");
}
