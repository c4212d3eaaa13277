import { parseQuery, type ParsedQuery } from "./parse-query.ts";
import type { ReceivedRequest } from "./received-request.ts";

/**
 * The media type of a form.
 *
 * Authority: https://url.spec.whatwg.org/#application/x-www-form-urlencoded
 */
export const FORM_TYPE = "application/x-www-form-urlencoded";

/** The media type of a content type alone: in lower case, without the parameters behind `;`. */
export function mediaType(contentType: string | undefined): string {
  return (contentType ?? "").split(";", 1).join("").trim().toLowerCase();
}

/** The text of a body; undefined if it is not UTF-8. A byte order mark is part of the text. */
export function bodyText(body: string | Uint8Array): string | undefined {
  if (typeof body === "string") return body;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return undefined;
  }
}

/** Decodes a form into pairs. It has the grammar of a query string; one that is not UTF-8 has none. */
export function parseForm(body: string | Uint8Array): ParsedQuery {
  const text = bodyText(body);
  return text === undefined ? { ok: false, code: "malformed_query" } : parseQuery(text);
}

/**
 * Whether the content type says that the body is a form. The older signature does not cover the type;
 * that is no harm, for there a body is a form, or refused.
 */
export function isForm(headers: ReceivedRequest["headers"]): boolean {
  return Object.entries(headers).some(
    ([name, value]) =>
      name.toLowerCase() === "content-type" &&
      typeof value === "string" &&
      mediaType(value) === FORM_TYPE,
  );
}
