import { createHmac } from "node:crypto";
import type { Acs3Credentials } from "./acs3.ts";
import { canonicalQuery } from "./canonical-query.ts";
import { percentEncode } from "./percent-encode.ts";
import { formatWireDate } from "./wire-date.ts";

/**
 * The provider's older signature ("RPC", version 1.0, HMAC-SHA1), one exported function a step, as
 * in `acs3.ts`. Everything is a parameter, the signature too, and it covers the parameters wherever
 * they travel: in the query, in a form, or some here and some there.
 *
 * Authority: https://www.alibabacloud.com/help/en/sdk/product-overview/rpc-mechanism
 */
export const RPC_V1_METHOD = "HMAC-SHA1";
/** The value of `SignatureVersion`: there is no other of this signature. */
export const RPC_V1_VERSION = "1.0";

/** What is asked of the upstream, by whom and when. */
export type RpcV1Request = {
  method: string;
  /** What the operation is asked. The names of the envelope are overwritten. */
  parameters: Readonly<Record<string, string>>;
  /** Operation, such as `ListCallDetailRecords`. */
  action: string;
  /** Version of the API, such as `2020-07-01`. */
  version: string;
  /** The same key pair signs either way. */
  credentials: Acs3Credentials;
  /** Instant of signing (a number is ms since the epoch). The upstream takes ± 15 minutes. */
  now: Date | number;
  /** Must be new for every request sent: the upstream refuses one it has seen. */
  nonce: string;
};

/** Step 1: the parameters, and around them all that the signature covers. */
export function envelopedParameters(request: RpcV1Request): Record<string, string> {
  const { credentials } = request;
  return {
    ...request.parameters,
    AccessKeyId: credentials.accessKeyId,
    Action: request.action,
    // Without it the upstream answers in XML.
    Format: "JSON",
    ...(credentials.securityToken !== undefined && { SecurityToken: credentials.securityToken }),
    SignatureMethod: RPC_V1_METHOD,
    SignatureNonce: request.nonce,
    SignatureVersion: RPC_V1_VERSION,
    Timestamp: formatWireDate(request.now),
    Version: request.version,
  };
}

/** Step 3: method, path and canonical query (step 2, `canonical-query.ts`), encoded once more. */
export function stringToSign(method: string, query: string): string {
  // The path of every RPC-style operation is `/`.
  return [method.toUpperCase(), percentEncode("/"), percentEncode(query)].join("&");
}

/** Step 4: base64 HMAC-SHA1 of the string to sign, with the secret and an `&` as the key. */
export function signature(accessKeySecret: string, toSign: string): string {
  return createHmac("sha1", `${accessKeySecret}&`).update(toSign).digest("base64");
}

/**
 * Signs one request, and gives all parameters to send; `canonicalQuery` writes them as query string
 * or form. The same arguments give the same result, so a retry needs a new `nonce` and `now`.
 *
 * @throws RangeError if `now` is not a valid instant
 */
export function signRpcV1(request: RpcV1Request): Record<string, string> {
  const { Signature: _replaced, ...parameters } = envelopedParameters(request);
  const toSign = stringToSign(request.method, canonicalQuery(parameters));
  return { ...parameters, Signature: signature(request.credentials.accessKeySecret, toSign) };
}
