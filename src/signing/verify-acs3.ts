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
import { readHeaders, type Headers } from "./read-headers.ts";
import {
  refuse,
  type KnownSecret,
  type ReceivedRequest,
  type Refusal,
} from "./received-request.ts";
import { isSameText } from "./same-text.ts";
import {
  checkToken,
  findSecret,
  readDate,
  readUrl,
  type SignedEnvelope,
  type Step,
} from "./verify-steps.ts";

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
/** One of {@link ACS3_REFUSALS}. */
export type Acs3Refusal = (typeof ACS3_REFUSALS)[number];

/** What a good signature covers, or why a request is refused. */
export type Acs3Verification =
  | ({
      ok: true;
      /** The parameters that the signature covers: read these, not the URL again. */
      query: Record<string, string>;
      /** Whose value the signature covers: an unsigned one may have been changed on the way. */
      contentType?: string | undefined;
    } & SignedEnvelope)
  | (Refusal<Acs3Refusal> & {
      /** With `signature_mismatch`, so that a client's author can compare. Holds no secret. */
      stringToSign?: string;
    });

/** What the `Authorization` header claims, before anything of it is believed. */
type Claim = {
  accessKeyId: string;
  /** The signed headers: in lower case, sorted, each once. */
  names: readonly string[];
  /** Hex. */
  signature: string;
};

/** Written as the official clients write it, without blanks. */
const AUTHORIZATION = new RegExp(
  `^${ACS3_ALGORITHM} Credential=([^,\\s]+),SignedHeaders=([^,\\s]+),Signature=([0-9a-f]{64})$`,
);

/**
 * Verifies the ACS3-HMAC-SHA256 signature of a received request, one function a step. Never throws on
 * what a client sent: each fault is a refusal with its code, and of several the first step's counts.
 *
 * The query is decoded and encoded again, because the official clients leave `* ( ) ! ~` raw on
 * the wire and sign them escaped. Whether the nonce was seen before is the caller's next question
 * (`nonce-store.ts`).
 *
 * Authority: https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature
 */
export function verifyAcs3(request: ReceivedRequest): Acs3Verification {
  const url = readUrl(request);
  if (!url.ok) return url;
  const parsed = parseQuery(url.query);
  if (!parsed.ok) return refuse(parsed.code, parsed.key);
  const read = readHeaders(request.headers);
  if (!read.ok) return read;
  const { headers } = read;
  const claim = readClaim(headers);
  if (!claim.ok) return claim;
  const { accessKeyId, names } = claim;
  const signed = checkSigned(headers, names);
  if (!signed.ok) return signed;
  const envelope = readEnvelope(headers, request);
  if (!envelope.ok) return envelope;
  const hashed = checkHash(headers, request.body);
  if (!hashed.ok) return hashed;
  const known = findKey(headers, accessKeyId, request);
  if (!known.ok) return known;

  const toSign = stringToSign(
    canonicalRequest({
      method: request.method,
      path: url.path,
      query: canonicalQuery(parsed.query),
      headers: canonicalHeaders(headers, names),
      names,
      payloadHash: hashed.hash,
    }),
  );
  if (!isSameText(signature(known.secret.accessKeySecret, toSign), claim.signature))
    return { ...refuse("signature_mismatch"), stringToSign: toSign };
  const contentType = names.includes("content-type") ? headers["content-type"] : undefined;
  return { ...envelope, accessKeyId, query: parsed.query, contentType };
}

/**
 * Step: who claims to have signed, which headers, and with which signature. There is one spelling of a
 * claim, so that a caught request has no second one.
 */
function readClaim(headers: Headers): Step<Claim, Acs3Refusal> {
  const value = headers["authorization"];
  if (!value) return refuse("missing_authorization", "authorization");
  const [, accessKeyId, list, signed] = AUTHORIZATION.exec(value) ?? [];
  const names = list?.split(";");
  // Lower-case, sorted, each once: else the same request would have more than one spelling.
  const isCanonical = names?.every(
    (name, i) => /^[a-z0-9-]+$/.test(name) && (i === 0 || (names[i - 1] ?? "") < name),
  );
  if (!accessKeyId || !names || !signed || !isCanonical)
    return refuse("malformed_authorization", "authorization");
  return { ok: true, accessKeyId, names, signature: signed };
}

/**
 * Step: whether the claim covers the host and every `x-acs-` header there is. One that it leaves out
 * could be added or changed on the way.
 */
function checkSigned(headers: Headers, names: readonly string[]): Step<object, Acs3Refusal> {
  // Own properties alone: a client may well name `constructor`.
  const absent = names.find((name) => !Object.hasOwn(headers, name));
  if (absent !== undefined) return refuse("signed_header_missing", absent);
  if (!names.includes("host")) return refuse("host_not_signed", "host");
  const unsigned = Object.keys(headers).find(
    (name) => name.startsWith("x-acs-") && !names.includes(name),
  );
  return unsigned === undefined ? { ok: true } : refuse("header_not_signed", unsigned);
}

/**
 * Step: operation, version, nonce and date, each in a header of its own; the date must be near the
 * verifier's clock.
 */
function readEnvelope(
  headers: Headers,
  request: ReceivedRequest,
): Step<Omit<SignedEnvelope, "accessKeyId">, Acs3Refusal> {
  const action = headers["x-acs-action"];
  if (!action) return refuse("missing_action", "x-acs-action");
  const version = headers["x-acs-version"];
  if (!version) return refuse("missing_version", "x-acs-version");
  const nonce = headers["x-acs-signature-nonce"];
  if (!nonce) return refuse("missing_nonce", "x-acs-signature-nonce");
  const wireDate = headers["x-acs-date"];
  if (!wireDate) return refuse("missing_date", "x-acs-date");
  const dated = readDate(wireDate, "x-acs-date", request);
  return dated.ok ? { ok: true, action, version, nonce, date: dated.date } : dated;
}

/** Step: whether the body is the one whose hex SHA-256 a signed header has. */
function checkHash(
  headers: Headers,
  body: ReceivedRequest["body"],
): Step<{ hash: string }, Acs3Refusal> {
  const claimed = headers["x-acs-content-sha256"];
  if (!claimed) return refuse("missing_content_hash", "x-acs-content-sha256");
  const hash = payloadHash(body);
  return claimed === hash
    ? { ok: true, hash }
    : refuse("content_hash_mismatch", "x-acs-content-sha256");
}

/**
 * Step: the secret of the key that claims to have signed. Temporary credentials name the key once
 * more, beside their token.
 */
function findKey(
  headers: Headers,
  accessKeyId: string,
  request: ReceivedRequest,
): Step<{ secret: KnownSecret }, Acs3Refusal> {
  const found = findSecret(accessKeyId, request);
  if (!found.ok) return found;
  if ((headers["x-acs-accesskey-id"] ?? accessKeyId) !== accessKeyId)
    return refuse("access_key_mismatch", "x-acs-accesskey-id");
  const token = headers["x-acs-security-token"];
  const checked = checkToken(token, "x-acs-security-token", found.secret);
  return checked.ok ? found : checked;
}
