import { percentEncode } from "./percent-encode.ts";

/**
 * A step of both signatures: `key=value` pairs, encoded, joined by `&`, sorted by key before
 * encoding. The sort is by UTF-16 code unit, as the official clients' is; an empty value keeps its
 * `=`. The result is also a well-formed query string or form.
 *
 * Authority: https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature
 * and https://www.alibabacloud.com/help/en/sdk/product-overview/rpc-mechanism
 */
export function canonicalQuery(query: Readonly<Record<string, string>>): string {
  return Object.entries(query)
    .toSorted(([a], [b]) => compareCodeUnits(a, b))
    .map(([key, value]) => `${percentEncode(key)}=${percentEncode(value)}`)
    .join("&");
}

/** Compares texts by UTF-16 code unit. Not `localeCompare`, whose order depends on the machine. */
export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
