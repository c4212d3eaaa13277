import { createHash, createHmac } from "node:crypto";
import { canonicalQuery, compareCodeUnits } from "./canonical-query.ts";
import { formatWireDate } from "./wire-date.ts";

/**
 * ACS3-HMAC-SHA256, the provider's current signature, one exported function a step, so that each
 * can be held against the vectors and the verifier walks the same steps. Step 3 is in
 * `canonical-query.ts`, for the older signature has it too.
 *
 * Authority: https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature
 */
export const ACS3_ALGORITHM = "ACS3-HMAC-SHA256";

/** A key pair; `securityToken` is there only for temporary credentials. */
export type Acs3Credentials = {
  accessKeyId: string;
  accessKeySecret: string;
  securityToken?: string | undefined;
};

/** What is asked of the upstream, by whom and when. */
export type Acs3Request = {
  method: string;
  /** Host as it goes on the wire, with the port if it is not the scheme's own. */
  host: string;
  /** Already percent-encoded. RPC-style operations all live at `/`, the default. */
  path?: string | undefined;
  query: Readonly<Record<string, string>>;
  /** Further headers to send. `content-type` and `x-acs-*` are signed, the others are not. */
  headers?: Readonly<Record<string, string>> | undefined;
  body?: string | Uint8Array | undefined;
  /** Operation, such as `ListCallDetailRecords`. */
  action: string;
  /** Version of the API, such as `2020-07-01`. */
  version: string;
  credentials: Acs3Credentials;
  /** Instant of signing (a number is ms since the epoch). The upstream takes ± 15 minutes. */
  now: Date | number;
  /** Must be new for every request sent: the upstream refuses one it has seen. */
  nonce: string;
};

/** A request that is ready to be sent; its body is the one that was signed. */
export type SignedRequest = {
  /** Path and query string. */
  url: string;
  /** All headers to send, names in lower case, `host` and `authorization` among them. */
  headers: Record<string, string>;
};

/** Step 1: hex SHA-256 of the raw body. */
export function payloadHash(body: string | Uint8Array): string {
  return createHash("sha256").update(body).digest("hex");
}

/** Step 4, first half: which of the headers (names in lower case) are signed, sorted. */
export function signedHeaderNames(headers: Readonly<Record<string, string>>): string[] {
  return Object.keys(headers)
    .filter((name) => name === "host" || name === "content-type" || name.startsWith("x-acs-"))
    .toSorted(compareCodeUnits);
}

/**
 * Step 4, second half: one `name:value` line for each name, in the order given, each line with its
 * line feed. A name that is absent from the headers counts as empty.
 */
export function canonicalHeaders(
  headers: Readonly<Record<string, string>>,
  names: readonly string[],
): string {
  return names.map((name) => `${name}:${(headers[name] ?? "").trim()}\n`).join("");
}

/** Step 5: the request as one text. `query` and `headers` are those of steps 3 and 4. */
export function canonicalRequest(parts: {
  method: string;
  path: string;
  query: string;
  headers: string;
  names: readonly string[];
  payloadHash: string;
}): string {
  return [
    parts.method.toUpperCase(),
    parts.path,
    parts.query,
    parts.headers,
    parts.names.join(";"),
    parts.payloadHash,
  ].join("\n");
}

/** Step 6: the algorithm and the hex SHA-256 of the canonical request. */
export function stringToSign(canonical: string): string {
  return `${ACS3_ALGORITHM}\n${createHash("sha256").update(canonical).digest("hex")}`;
}

/** Step 7: hex HMAC-SHA256 of the string to sign. */
export function signature(accessKeySecret: string, toSign: string): string {
  return createHmac("sha256", accessKeySecret).update(toSign).digest("hex");
}

/** Step 8: the value of the `Authorization` header. */
export function authorization(parts: {
  accessKeyId: string;
  names: readonly string[];
  signature: string;
}): string {
  return `${ACS3_ALGORITHM} Credential=${parts.accessKeyId},SignedHeaders=${parts.names.join(";")},Signature=${parts.signature}`;
}

/**
 * Signs one request. The same arguments give the same result, so a retry needs a new `nonce` and
 * `now`.
 *
 * @throws RangeError if `now` is not a valid instant
 */
export function signAcs3(request: Acs3Request): SignedRequest {
  const { method, host, path = "/", action, version, credentials, nonce, body = "" } = request;
  const hash = payloadHash(body);
  const headers: Record<string, string> = {
    ...lowerCaseNames(request.headers ?? {}),
    host,
    "x-acs-action": action,
    "x-acs-content-sha256": hash,
    "x-acs-date": formatWireDate(request.now),
    "x-acs-signature-nonce": nonce,
    "x-acs-version": version,
  };
  if (credentials.securityToken !== undefined) {
    headers["x-acs-accesskey-id"] = credentials.accessKeyId;
    headers["x-acs-security-token"] = credentials.securityToken;
  }

  const query = canonicalQuery(request.query);
  const names = signedHeaderNames(headers);
  const toSign = stringToSign(
    canonicalRequest({
      method,
      path,
      query,
      headers: canonicalHeaders(headers, names),
      names,
      payloadHash: hash,
    }),
  );
  headers["authorization"] = authorization({
    accessKeyId: credentials.accessKeyId,
    names,
    signature: signature(credentials.accessKeySecret, toSign),
  });
  return { url: query === "" ? path : `${path}?${query}`, headers };
}

function lowerCaseNames(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
}
