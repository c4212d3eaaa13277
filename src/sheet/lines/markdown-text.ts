import type { CellKind, Row, SheetHead } from "#sheet/sheet.ts";
import { shownText } from "./shown-text.ts";

/** Figures line up at the right edge. */
const RULES: Readonly<Record<CellKind, string>> = {
  text: "---",
  instant: "---",
  seconds: "---:",
  integer: "---:",
};

/** Rows as a table of GitHub's Markdown, for a chat or a ticket. */
export function markdownText({ columns }: SheetHead, rows: readonly Row[]): string {
  return [
    line(columns.map(({ heading }) => asText(heading))),
    line(columns.map(({ kind }) => RULES[kind])),
    ...rows.map((row) => line(row.map((cell) => asText(shownText(cell))))),
  ].join("\n");
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** Without what Markdown would take for more than text: `138****5678` has stars. */
function asText(text: string): string {
  return text.replaceAll(/[\\|`*_<>[\]~&]/g, String.raw`\$&`);
}
