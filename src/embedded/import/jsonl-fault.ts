import { isFieldName, recordFault, type Fields } from "./record-fault.ts";

const TOKENS =
  /"(?:[^"\\]|\\.)*"|,(?=\s*[}\]])|-?\b(?:nan|inf(?:inity)?)\b|^[ \t\r\f\v]+|[ \t\r\f\v]+$/gi;

/**
 * The text as JSON.parse takes it. DuckDB takes some more: a comma after the last element, NaN and
 * Infinity as numbers, a form feed around it all.
 */
function strictJson(text: string): string {
  return text.replace(TOKENS, (token) => {
    if (token.startsWith('"')) return token;
    return /^[, \t\r\f\v]/.test(token) ? " " : `"${token}"`;
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return JSON.parse(strictJson(text));
  }
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
      const field = String(JSON.parse(name));
      if (seen.has(field) && isFieldName(field)) return field;
      seen.add(field);
    }
  }
  return undefined;
}

/** JSON.stringify escapes half a surrogate pair, which no UTF-8 has; a backslash it writes twice. */
const LONE_SURROGATE = /(?<!\\)(?:\\\\)*\\ud[89a-f]/;

/** The object of a line, or why there is none. */
export function parseLine(text: string): Fields | string {
  let value: unknown;
  try {
    value = parseJson(text);
  } catch {
    return "is not JSON";
  }
  if (/\\ud[89a-f]/i.test(text) && LONE_SURROGATE.test(JSON.stringify(value)))
    return "holds half a character (a lone surrogate)";
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? // What JSON.parse gives is an object of own properties.
      (value as Fields)
    : "is not a JSON object";
}

/** Why a line cannot be imported; undefined if it can. */
export function lineFault(text: string): string | undefined {
  const fields = parseLine(text);
  if (typeof fields === "string") return fields;
  const repeated = repeatedName(text, fields);
  if (repeated !== undefined) return `names ${repeated} twice`;
  return recordFault(fields);
}
