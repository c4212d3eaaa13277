import { LONGEST_TEXT, MOST_VALUES, type AuditEvent } from "./audit-event.ts";

/**
 * What JSON leaves as it is, and a terminal, a viewer or a splitter of lines may take for more than a
 * letter: controls, line ends of Unicode, what turns or hides text.
 */
const RISKY = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** An event as one line of JSON that ends with a line feed. Texts and lists that are too long are cut. */
export function eventLine(event: AuditEvent): string {
  const json = JSON.stringify(event, (_key, value: unknown) => cut(value));
  return `${json.replace(RISKY, escaped)}\n`;
}

function cut(value: unknown): unknown {
  if (typeof value === "string" && value.length > LONGEST_TEXT)
    return `${value.slice(0, LONGEST_TEXT - 1)}…`;
  if (Array.isArray(value) && value.length > MOST_VALUES) return value.slice(0, MOST_VALUES);
  return value;
}

/** In JSON a letter beyond the first 65,536 is two. */
function escaped(letter: string): string {
  const units = letter.split("").map((unit) => unit.charCodeAt(0));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
