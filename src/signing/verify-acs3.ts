import {
  ACS3_ALGORITHM,
  canonicalHeaders,
  canonicalRequest,
  payloadHash,
  signature,
  stringToSign,
} from "./acs3.ts";
import { canonicalQuery } from "./canonical-query.ts";
import { parseQuery } from "./parse-query.ts";
import {
  isTooLarge,
  refuse,
  splitUrl,
  type ReceivedRequest,
  type Refusal,
} from "./received-request.ts";
import { isSameText, isSameToken } from "./same-text.ts";
import { isWithinSkew, parseWireDate } from "./wire-date.ts";

/** Every reason for a refusal; stable, so that callers may map them to the upstream's codes. */
export const ACS3_REFUSALS = [
  "request_too_large",
  "malformed_url",
  "malformed_query",
  "duplicate_query_key",
  "duplicate_header",
  "missing_authorization",
  "malformed_authorization",
  "host_not_signed",
  "header_not_signed",
  "signed_header_missing",
  "missing_action",
  "missing_version",
  "missing_nonce",
  "missing_date",
  "malformed_date",
  "date_out_of_range",
  "missing_content_hash",
  "content_hash_mismatch",
  "unknown_access_key",
  "access_key_mismatch",
  "security_token_mismatch",
  "signature_mismatch",
] as const;
export type Acs3Refusal = (typeof ACS3_REFUSALS)[number];

export type Acs3Verification =
  | {
      ok: true;
      accessKeyId: string;
      action: string;
      version: string;
      nonce: string;
      date: Date;
      /** The parameters that the signature covers: read these, not the URL again. */
      query: Record<string, string>;
      /** Whose value the signature covers: an unsigned one may have been changed on the way. */
      contentType?: string | undefined;
    }
  | (Refusal<Acs3Refusal> & {
      /** With `signature_mismatch`, so that a client's author can compare. Holds no secret. */
      stringToSign?: string;
    });

/** Above what Node's HTTP server lets through by default, and far above any real request. */
const MAX_HEADERS_CHARS = 64 * 1024;

const AUTHORIZATION = new RegExp(
  `^${ACS3_ALGORITHM} Credential=([^,\\s]+),SignedHeaders=([^,\\s]+),Signature=([0-9a-f]{64})$`,
);

/**
 * Verifies the ACS3-HMAC-SHA256 signature of a received request. Never throws on what a client
 * sent: each fault is a refusal with its code.
 *
 * The query is decoded and encoded again, because the official clients leave `* ( ) ! ~` raw on
 * the wire and sign them escaped. Whether the nonce was seen before is the caller's next question
 * (`nonce-store.ts`).
 *
 * Authority: https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature
 */
export function verifyAcs3(request: ReceivedRequest): Acs3Verification {
  if (isTooLarge(request)) return refuse("request_too_large");

  const url = splitUrl(request.rawUrl);
  if (url === undefined) return refuse("malformed_url");
  const parsed = parseQuery(url.query);
  if (!parsed.ok) return refuse(parsed.code, parsed.key);

  const read = readHeaders(request.headers);
  if (!read.ok) return read;
  const { headers } = read;

  const claim = readAuthorization(headers);
  if (!claim.ok) return claim;
  const { accessKeyId, names } = claim;

  for (const name of names) {
    // Own properties alone: a client may well name `constructor`.
    if (!Object.hasOwn(headers, name)) return refuse("signed_header_missing", name);
  }
  if (!names.includes("host")) return refuse("host_not_signed", "host");
  for (const name of Object.keys(headers)) {
    if (name.startsWith("x-acs-") && !names.includes(name))
      return refuse("header_not_signed", name);
  }

  const action = headers["x-acs-action"];
  if (!action) return refuse("missing_action", "x-acs-action");
  const version = headers["x-acs-version"];
  if (!version) return refuse("missing_version", "x-acs-version");
  const nonce = headers["x-acs-signature-nonce"];
  if (!nonce) return refuse("missing_nonce", "x-acs-signature-nonce");
  const wireDate = headers["x-acs-date"];
  if (!wireDate) return refuse("missing_date", "x-acs-date");
  const date = parseWireDate(wireDate);
  if (date === undefined) return refuse("malformed_date", "x-acs-date");
  if (!isWithinSkew(date, request.now, request.allowedSkewMs)) {
    return refuse("date_out_of_range", "x-acs-date");
  }

  const claimedHash = headers["x-acs-content-sha256"];
  if (!claimedHash) return refuse("missing_content_hash", "x-acs-content-sha256");
  const hash = payloadHash(request.body);
  if (claimedHash !== hash) return refuse("content_hash_mismatch", "x-acs-content-sha256");

  const secret = request.findSecret(accessKeyId);
  if (secret === undefined) return refuse("unknown_access_key");
  if ((headers["x-acs-accesskey-id"] ?? accessKeyId) !== accessKeyId) {
    return refuse("access_key_mismatch", "x-acs-accesskey-id");
  }
  if (!isSameToken(headers["x-acs-security-token"], secret.securityToken)) {
    return refuse("security_token_mismatch", "x-acs-security-token");
  }

  const toSign = stringToSign(
    canonicalRequest({
      method: request.method,
      path: url.path,
      query: canonicalQuery(parsed.query),
      headers: canonicalHeaders(headers, names),
      names,
      payloadHash: hash,
    }),
  );
  if (!isSameText(signature(secret.accessKeySecret, toSign), claim.signature)) {
    return { ...refuse("signature_mismatch"), stringToSign: toSign };
  }
  const contentType = names.includes("content-type") ? headers["content-type"] : undefined;
  return { ok: true, accessKeyId, action, version, nonce, date, query: parsed.query, contentType };
}

function readHeaders(
  received: ReceivedRequest["headers"],
): { ok: true; headers: Record<string, string> } | Refusal<Acs3Refusal> {
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

function readAuthorization(
  headers: Readonly<Record<string, string>>,
): { ok: true; accessKeyId: string; names: string[]; signature: string } | Refusal<Acs3Refusal> {
  const value = headers["authorization"];
  if (!value) return refuse("missing_authorization", "authorization");
  const [, accessKeyId, list, signed] = AUTHORIZATION.exec(value) ?? [];
  const names = list?.split(";");
  // Lower-case, sorted, each once: else the same request would have more than one spelling.
  const isCanonical = names?.every(
    (name, i) => /^[a-z0-9-]+$/.test(name) && (i === 0 || (names[i - 1] ?? "") < name),
  );
  if (!accessKeyId || !names || !signed || !isCanonical) {
    return refuse("malformed_authorization", "authorization");
  }
  return { ok: true, accessKeyId, names, signature: signed };
}
