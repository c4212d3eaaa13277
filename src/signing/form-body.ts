import { parseQuery, type ParsedQuery } from "./parse-query.ts";

export const FORM_TYPE = "application/x-www-form-urlencoded";

/** The media type alone: in lower case, without the parameters behind `;`. */
export function mediaType(contentType: string | undefined): string {
  return (contentType ?? "").split(";", 1).join("").trim().toLowerCase();
}

/** The text of a body; undefined if it is not UTF-8. */
export function bodyText(body: string | Uint8Array): string | undefined {
  if (typeof body === "string") return body;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return undefined;
  }
}

/** A form has the grammar of a query string. */
export function parseForm(body: string | Uint8Array): ParsedQuery {
  const text = bodyText(body);
  return text === undefined ? { ok: false, code: "malformed_query" } : parseQuery(text);
}
