import type { CellKind } from "#sheet/sheet.ts";
import { xmlText } from "./xml-text.ts";

const INSTANT = "yyyy\\-mm\\-dd\\ hh:mm:ss";
/** `@` keeps what somebody edits a text, too. */
const FORMATS: Readonly<Record<CellKind, string>> = {
  text: "@",
  instant: INSTANT,
  seconds: "[h]:mm:ss",
  integer: "0",
};
const KINDS = ["text", "instant", "seconds", "integer"] as const satisfies readonly CellKind[];

/** The first number that is not taken by a format which every reader knows. */
const FIRST_FORMAT = 164;
export const HEADING_STYLE = 1;
const FIRST_STYLE = 2;

/** The styles of a workbook by number, as far as its cells need them. */
export interface CellStyles {
  of(kind: CellKind): number;
  /** An instant that says with which offset it is to be read: `UTC-04:00` */
  ofInstant(offset: string): number;
  /** Offsets that were met, in their order. */
  offsets(): readonly string[];
  /** `xl/styles.xml`, once all cells are written */
  xml(): string;
}

/** @param before offsets that were met by whoever wrote until here */
export function createCellStyles(before: readonly string[] = []): CellStyles {
  const formats = KINDS.map((kind) => FORMATS[kind]);
  const offsets = new Map<string, number>();
  function ofInstant(offset: string): number {
    const known = offsets.get(offset);
    if (known !== undefined) return known;
    const style = FIRST_STYLE + formats.push(`${INSTANT}" ${offset}"`) - 1;
    offsets.set(offset, style);
    return style;
  }
  before.forEach(ofInstant);
  return {
    of: (kind) => FIRST_STYLE + KINDS.indexOf(kind),
    ofInstant,
    offsets: () => [...offsets.keys()],
    xml: () => stylesXml(formats),
  };
}

function stylesXml(formats: readonly string[]): string {
  const numbered = formats.map(
    (format, at) => `<numFmt numFmtId="${FIRST_FORMAT + at}" formatCode="${xmlText(format)}"/>`,
  );
  const styles = formats.map(
    (_, at) =>
      `<xf numFmtId="${FIRST_FORMAT + at}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  const font = `<sz val="11"/><name val="Calibri"/><family val="2"/>`;
  return [
    `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
    `<numFmts count="${numbered.length}">${numbered.join("")}</numFmts>`,
    `<fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts>`,
    `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>`,
    `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>`,
    `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>`,
    `<cellXfs count="${FIRST_STYLE + styles.length}">`,
    `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`,
    `<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>`,
    `${styles.join("")}</cellXfs>`,
    `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>`,
    `</styleSheet>`,
  ].join("");
}
