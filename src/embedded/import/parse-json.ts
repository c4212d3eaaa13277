import { fieldNamed } from "./field-names.ts";
import type { Fields } from "./record-fault.ts";

/** A text, a comma behind the last element, a number with a point or an exponent, or no number. */
const TOKENS =
  /"(?:[^"\\]|\\.)*"|,(?=\s*[}\]])|-?\b\d+(?:\.\d+)?(?:e[+-]?\d+)?\b|-?\b(?:nan|inf(?:inity)?)\b|^[ \t\r\f\v]+|[ \t\r\f\v]+$/gi;

const isBlankOrComma = (token: string) => /^[, \t\r\f\v]/.test(token);

/**
 * The text as JSON.parse takes it. DuckDB takes some more: a comma after the last element, NaN and
 * Infinity as numbers, a form feed around it all. Numbers that are not written in digits alone become
 * texts: whether 1.79566E+12 has lost its last digits can be seen from how it is written.
 */
function strictJson(text: string): string {
  return text.replace(TOKENS, (token) => {
    if (token.startsWith('"') || /^-?\d+$/.test(token)) return token;
    return isBlankOrComma(token) ? " " : `"${token}"`;
  });
}

/** Digits behind a point or before an exponent: in most files of none but texts. */
const MAYBE_INEXACT = /\d[.e]/i;

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (!MAYBE_INEXACT.test(text)) return value;
  } catch {
    // What it does not take, DuckDB may.
  }
  return JSON.parse(strictJson(text));
}

const NAMES_AND_BRACKETS = /("(?:[^"\\]|\\.)*")\s*(:?)|[{}[\]]/g;

/** A field that the object names twice, of which DuckDB will not choose one. */
function repeatedName(text: string, fields: Fields): string | undefined {
  // Nearly every line ends here: no more colons behind quotes than names.
  if ((text.match(/"\s*:/g)?.length ?? 0) <= Object.keys(fields).length) return undefined;
  const seen = new Set<string>();
  let depth = 0;
  for (const [token, name, colon] of text.matchAll(NAMES_AND_BRACKETS)) {
    if (token === "{" || token === "[") depth += 1;
    else if (token === "}" || token === "]") depth -= 1;
    else if (depth === 1 && colon === ":" && name !== undefined) {
      const field = fieldNamed(String(JSON.parse(name)));
      if (field === undefined) continue;
      if (seen.has(field)) return field;
      seen.add(field);
    }
  }
  return undefined;
}

/** JSON.stringify escapes half a surrogate pair, which no UTF-8 has; a backslash it writes twice. */
const LONE_SURROGATE = /(?<!\\)(?:\\\\)*\\ud[89a-f]/;

/** The fields of one JSON object, numbers that are not of digits alone as text; or why there are none. */
export function parseObject(text: string): { fields: Fields } | { fault: string } {
  let value: unknown;
  try {
    value = parseJson(text);
  } catch {
    return { fault: "is not JSON" };
  }
  if (/\\ud[89a-f]/i.test(text) && LONE_SURROGATE.test(JSON.stringify(value)))
    return { fault: "holds half a character (a lone surrogate)" };
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { fault: "is not a JSON object" };
  // What JSON.parse gives is an object of own properties.
  const fields = value as Fields;
  const repeated = repeatedName(text, fields);
  return repeated === undefined ? { fields } : { fault: `names ${repeated} twice` };
}
