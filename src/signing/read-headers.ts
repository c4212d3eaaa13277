import { refuse, type ReceivedRequest } from "./received-request.ts";
import type { Step } from "./verify-steps.ts";

/** Headers by their names in lower case, their values without blanks around them. */
export type Headers = Readonly<Record<string, string>>;

/** Above what Node's HTTP server lets through by default, and far above any real request. */
const MAX_HEADERS_CHARS = 64 * 1024;

/**
 * Reads the headers of a received request. A name that is given twice is refused, for the signature
 * would cover both while a reader takes one; so are more than 64 K characters in all.
 *
 * Authority: RFC 9110 section 5.1 (names in any case) and 5.5 (blanks around a value).
 */
export function readHeaders(
  received: ReceivedRequest["headers"],
): Step<{ headers: Headers }, "duplicate_header" | "request_too_large"> {
  const headers = new Map<string, string>();
  let chars = 0;
  for (const [rawName, value] of Object.entries(received)) {
    if (value === undefined) continue;
    const name = rawName.toLowerCase();
    if (typeof value !== "string") {
      // Node gives a list for set-cookie alone, and joins what else is repeated into one text.
      if (name === "set-cookie") continue;
      return refuse("duplicate_header", name);
    }
    if (headers.has(name)) return refuse("duplicate_header", name);
    chars += name.length + value.length;
    if (chars > MAX_HEADERS_CHARS) return refuse("request_too_large");
    // Trimmed once, here: the signature covers the trimmed value, so a nonce with a blank behind it
    // must be the same nonce, or a caught request could be sent again.
    headers.set(name, value.trim());
  }
  return { ok: true, headers: Object.fromEntries(headers) };
}
