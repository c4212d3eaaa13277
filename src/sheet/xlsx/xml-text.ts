/** What a cell can hold; Excel calls a file with more of it damaged. */
const LONGEST = 32_767;

const NAMED: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // As itself it would be read as a line feed,
  "\r": "&#13;",
  // and these, within an attribute, as blanks.
  "\t": "&#9;",
  "\n": "&#10;",
};

// oxlint-disable-next-line no-control-regex -- it is these that are looked for
const SPECIAL = /[&<>"\t\n\r]|[\0-\x1f\ufffe\uffff]|\p{Cs}|_(?=x[\dA-Fa-f]{4}_)/gu;

/**
 * Any text within XML. What XML has no way to write is written as Office does, `_x0008_`, and what looks like
 * that already begins with `_x005F_` (ECMA-376 part 1, 22.9.2.19). A text that is too long for a cell ends
 * with `…`.
 */
export function xmlText(text: string): string {
  const fitting = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  return fitting.replace(SPECIAL, (character) => NAMED[character] ?? inOffice(character));
}

function inOffice(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}
