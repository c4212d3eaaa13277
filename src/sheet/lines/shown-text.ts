import type { Cell } from "#sheet/sheet.ts";

/** A cell as the screen writes it, in one line. */
export function shownText(cell: Cell): string {
  if (cell === undefined) return "";
  const text = cell.kind === "integer" ? String(cell.integer) : cell.text;
  return text.replaceAll(/[\t\r\n]+/g, " ");
}
