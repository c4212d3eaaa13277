import type { Cell } from "#sheet/sheet.ts";
import { HEADING_STYLE, type CellStyles } from "./cell-styles.ts";
import { dateSerial } from "./date-serial.ts";
import { xmlText } from "./xml-text.ts";

const DAY_SECONDS = 86_400;
/** The last second that a sheet can count: that of its last date, at the end of 9999. */
const MOST_SECONDS = 2_958_466 * DAY_SECONDS;

/** A cell's XML, by the kind of thing in it. What a sheet has no such thing for stands there as on screen. */
export function cellXml(cell: Cell, at: string, styles: CellStyles): string {
  switch (cell?.kind) {
    case undefined:
      return "";
    case "text":
      return textXml(cell.text, at, styles.of("text"));
    case "integer":
      return numberXml(cell.integer, at, styles.of("integer"));
    case "seconds":
      // A sheet writes hashes where time runs backwards.
      return cell.seconds >= 0 && cell.seconds < MOST_SECONDS
        ? numberXml(cell.seconds / DAY_SECONDS, at, styles.of("seconds"))
        : textXml(cell.text, at, styles.of("text"));
    case "instant": {
      const date = dateSerial(cell.text);
      if (date === undefined) return textXml(cell.text, at, styles.of("text"));
      const { serial, offset } = date;
      return numberXml(
        serial,
        at,
        offset === undefined ? styles.of("instant") : styles.ofInstant(offset),
      );
    }
    default:
      return cell satisfies never;
  }
}

/** A heading's cell. */
export function headingXml(text: string, at: string): string {
  return textXml(text, at, HEADING_STYLE);
}

function numberXml(value: number, at: string, style: number): string {
  return `<c r="${at}" s="${style}"><v>${value}</v></c>`;
}

/** Within the cell, since a table of all texts would have to be kept until the end. */
function textXml(text: string, at: string, style: number): string {
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}
