import { parseText } from "./codec.ts";

/**
 * What somebody typed or pasted, as it is meant: in plain characters where they were of full width, and
 * without what is not seen, such as the marks of direction around a number that was copied from a page.
 * For numbers and ids; names and words may need the very characters that they have.
 */
export function plainText(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .trim();
}

/** What stands around a value in a sentence, a list or a file; `="…"` is how a spreadsheet is told of a text. */
const QUOTED = /^=?(["'`“‘「])(.*)["'`”’」]$/;

/** The same without quotes around it and commas behind it, as a value is copied out of a list or a file. */
export function bareText(text: string): string {
  const plain = plainText(text).replace(/[,;、。]+$/, "");
  return (QUOTED.exec(plain)?.[2] ?? plain).replace(/[,;、。]+$/, "").trim();
}

/** The id that is meant by a text; undefined if the text is none. */
export function parseId(text: string): string | undefined {
  return parseText(bareText(text));
}
