import {
  refuse,
  type KnownSecret,
  type ReceivedRequest,
  type Refusal,
} from "./received-request.ts";
import { isSameToken } from "./same-text.ts";
import { isWithinSkew, parseWireDate } from "./wire-date.ts";

// The steps that both signatures have. They differ in where a value is written, in a header or in a
// parameter; each step is given the value, and the name to blame.

/** What a step of a verification found, or why it refuses the request. */
export type Step<Found extends object, Code extends string> =
  | ({ ok: true } & Found)
  | Refusal<Code>;

/** Who sent a request, when, and for which operation. All of it is covered by the signature. */
export type SignedEnvelope = {
  accessKeyId: string;
  /** Operation, such as `ListCallDetailRecords`. */
  action: string;
  /** Version of the API, such as `2020-07-01`. */
  version: string;
  /** Differs from request to request; whether it was seen before is not asked here. */
  nonce: string;
  /** The instant of signing, to the second. */
  date: Date;
};

/** Above what Node's HTTP server lets through by default, and far above any real request. */
const MAX_URL_CHARS = 64 * 1024;
const MAX_BODY_BYTES = 1024 * 1024;

/** Path and query of a URL, both as received; undefined for `*`, a whole URL and what is none. */
function splitUrl(rawUrl: string): { path: string; query: string } | undefined {
  if (!rawUrl.startsWith("/")) return undefined;
  const mark = rawUrl.indexOf("?");
  return mark === -1
    ? { path: rawUrl, query: "" }
    : { path: rawUrl.slice(0, mark), query: rawUrl.slice(mark + 1) };
}

/**
 * Splits the URL, which must begin with a path. A URL of more than 64 K characters or a body of more
 * than 1 MiB is refused before it is looked into.
 */
export function readUrl({
  rawUrl,
  body,
}: ReceivedRequest): Step<{ path: string; query: string }, "request_too_large" | "malformed_url"> {
  if (rawUrl.length > MAX_URL_CHARS || Buffer.byteLength(body) > MAX_BODY_BYTES)
    return refuse("request_too_large");
  const url = splitUrl(rawUrl);
  return url === undefined ? refuse("malformed_url") : { ok: true, ...url };
}

/**
 * Reads the request's date, which may be off by the allowed skew either way, ends included.
 *
 * @param name of the header or parameter that has it
 */
export function readDate(
  text: string,
  name: string,
  { now, allowedSkewMs }: ReceivedRequest,
): Step<{ date: Date }, "malformed_date" | "date_out_of_range"> {
  const date = parseWireDate(text);
  if (date === undefined) return refuse("malformed_date", name);
  return isWithinSkew(date, now, allowedSkewMs)
    ? { ok: true, date }
    : refuse("date_out_of_range", name);
}

/** Finds the secret of the key that claims to have signed. Nothing is proved by that. */
export function findSecret(
  accessKeyId: string,
  request: ReceivedRequest,
): Step<{ secret: KnownSecret }, "unknown_access_key"> {
  const secret = request.findSecret(accessKeyId);
  return secret === undefined ? refuse("unknown_access_key") : { ok: true, secret };
}

/**
 * Compares the token with the one that belongs to the key. A key without a token takes none.
 *
 * @param name of the header or parameter that has it
 */
export function checkToken(
  received: string | undefined,
  name: string,
  secret: KnownSecret,
): Step<object, "security_token_mismatch"> {
  return isSameToken(received, secret.securityToken)
    ? { ok: true }
    : refuse("security_token_mismatch", name);
}
