/** Why a query string was refused. */
export type QueryFault = "malformed_query" | "duplicate_query_key";

/** The decoded pairs of a query string, or why it has none; `key` is the one given twice. */
export type ParsedQuery =
  | { ok: true; query: Record<string, string> }
  | { ok: false; code: QueryFault; key?: string };

/**
 * Decodes a raw query string (without the `?`) into pairs. A `+` is a space, as servers that read
 * forms have it; a key without `=` has an empty value. Never throws.
 *
 * Refused are: an escape that is not two hex digits or not UTF-8, an empty pair or key, and a key
 * given twice, for the signature would cover both while a reader takes one of them.
 *
 * Authority: https://url.spec.whatwg.org/#urlencoded-parsing (it forgives what is refused here)
 */
export function parseQuery(rawQuery: string): ParsedQuery {
  const pairs = new Map<string, string>();
  for (const pair of rawQuery === "" ? [] : rawQuery.split("&")) {
    const equals = pair.indexOf("=");
    const key = decode(equals === -1 ? pair : pair.slice(0, equals));
    const value = decode(equals === -1 ? "" : pair.slice(equals + 1));
    if (key === undefined || key === "" || value === undefined) {
      return { ok: false, code: "malformed_query" };
    }
    if (pairs.has(key)) return { ok: false, code: "duplicate_query_key", key };
    pairs.set(key, value);
  }
  // fromEntries defines own properties, so that a key `__proto__` is a key like any other.
  return { ok: true, query: Object.fromEntries(pairs) };
}

function decode(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}
