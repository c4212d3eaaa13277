import { keptText, textFormula } from "#sheet/csv/kept-text.ts";
import type { Cell } from "#sheet/sheet.ts";
import { shownText } from "./shown-text.ts";

/** Quotes at the beginning are of the paste to a spreadsheet: it takes them away, and what is left may run. */
const QUOTED = /^\s*"/;

/**
 * A cell as a spreadsheet takes it from the clipboard and changes nothing: the screen's `4:31` would become
 * four hours and a half there.
 */
export function pastedText(cell: Cell): string {
  const text = shownText(cell);
  if (cell?.kind === "text") return QUOTED.test(text) ? textFormula(text, true) : keptText(text);
  if (cell?.kind !== "seconds") return text;
  return cell.seconds < 0 ? keptText(text) : withHours(text);
}

/** `4:31` is `0:04:31` */
function withHours(clock: string): string {
  const [seconds = "", minutes = "", hours = "0"] = clock.split(":").toReversed();
  return [hours, minutes.padStart(2, "0"), seconds].join(":");
}
