import { canonicalQuery } from "./canonical-query.ts";
import { FORM_TYPE, mediaType, parseForm } from "./form-body.ts";
import { mergeParameters } from "./merge-parameters.ts";
import { parseQuery } from "./parse-query.ts";
import {
  isTooLarge,
  refuse,
  splitUrl,
  type ReceivedRequest,
  type Refusal,
} from "./received-request.ts";
import { RPC_V1_METHOD, RPC_V1_VERSION, signature, stringToSign } from "./rpc-v1.ts";
import { isSameText, isSameToken } from "./same-text.ts";
import { isWithinSkew, parseWireDate } from "./wire-date.ts";

/** Every reason for a refusal; stable, so that callers may map them to the upstream's codes. */
export const RPC_V1_REFUSALS = [
  "request_too_large",
  "malformed_url",
  "malformed_query",
  "malformed_form",
  "duplicate_query_key",
  "duplicate_form_key",
  "conflicting_key",
  "body_not_signed",
  "missing_parameter",
  "unsupported_signature_method",
  "unsupported_signature_version",
  "malformed_date",
  "date_out_of_range",
  "unknown_access_key",
  "security_token_mismatch",
  "signature_mismatch",
] as const;
export type RpcV1Refusal = (typeof RPC_V1_REFUSALS)[number];

export type RpcV1Verification =
  | {
      ok: true;
      accessKeyId: string;
      action: string;
      version: string;
      nonce: string;
      date: Date;
      /** All that the signature covers, from query and form, those of the envelope among them. */
      parameters: Record<string, string>;
    }
  // No string to sign here, unlike with ACS3: it is all parameters spelled out, phone numbers too.
  | Refusal<RpcV1Refusal>;

const REQUIRED = [
  "AccessKeyId",
  "Signature",
  "SignatureMethod",
  "SignatureVersion",
  "SignatureNonce",
  "Timestamp",
  "Action",
  "Version",
] as const;

const NO_FORM = { ok: true, query: {} } as const;

/** Far above any real request, and few enough to be sorted and encoded for anyone who asks. */
const MAX_PARAMETERS = 1_000;

/**
 * Verifies the RPC V1 signature of a received request. Never throws on what a client sent: each
 * fault is a refusal with its code. Whether the nonce was seen before is the caller's next question
 * (`nonce-store.ts`).
 *
 * Authority: https://www.alibabacloud.com/help/en/sdk/product-overview/rpc-mechanism
 */
export function verifyRpcV1(request: ReceivedRequest): RpcV1Verification {
  if (isTooLarge(request)) return refuse("request_too_large");
  const read = readParameters(request);
  if (!read.ok) return read;
  const missing = REQUIRED.find((name) => !read.parameters[name]);
  if (missing !== undefined) return refuse("missing_parameter", missing);
  if (request.body.length > 0 && !isForm(request)) return refuse("body_not_signed", "body");

  // None of the defaults is ever taken: all are required above.
  const { Signature: signed = "", ...parameters } = read.parameters;
  const { AccessKeyId: accessKeyId = "", Action: action = "", Version: version = "" } = parameters;
  const { SignatureNonce: nonce = "", Timestamp: timestamp = "" } = parameters;

  if (parameters["SignatureMethod"] !== RPC_V1_METHOD) {
    return refuse("unsupported_signature_method", "SignatureMethod");
  }
  if (parameters["SignatureVersion"] !== RPC_V1_VERSION) {
    return refuse("unsupported_signature_version", "SignatureVersion");
  }
  const date = parseWireDate(timestamp);
  if (date === undefined) return refuse("malformed_date", "Timestamp");
  if (!isWithinSkew(date, request.now, request.allowedSkewMs)) {
    return refuse("date_out_of_range", "Timestamp");
  }

  const secret = request.findSecret(accessKeyId);
  if (secret === undefined) return refuse("unknown_access_key");
  if (!isSameToken(parameters["SecurityToken"], secret.securityToken)) {
    return refuse("security_token_mismatch", "SecurityToken");
  }
  const toSign = stringToSign(request.method, canonicalQuery(parameters));
  if (!isSameText(signature(secret.accessKeySecret, toSign), signed)) {
    return refuse("signature_mismatch");
  }
  return { ok: true, accessKeyId, action, version, nonce, date, parameters };
}

function readParameters(
  request: ReceivedRequest,
): { ok: true; parameters: Record<string, string> } | Refusal<RpcV1Refusal> {
  const url = splitUrl(request.rawUrl);
  // The signature says `/` whatever the path is, so that another one would not be covered.
  if (url?.path !== "/") return refuse("malformed_url");
  const query = parseQuery(url.query);
  if (!query.ok) return refuse(query.code, query.key);

  const form = isForm(request) ? parseForm(request.body) : NO_FORM;
  if (!form.ok) {
    return form.code === "malformed_query"
      ? refuse("malformed_form", "body")
      : refuse("duplicate_form_key", form.key);
  }
  const merged = mergeParameters(query.query, form.query);
  if (!merged.ok) return refuse("conflicting_key", merged.key);
  if (Object.keys(merged.parameters).length > MAX_PARAMETERS) return refuse("request_too_large");
  return merged;
}

/** The content type is not signed. That is no harm, for a body is a form here, or refused. */
function isForm({ headers }: ReceivedRequest): boolean {
  return Object.entries(headers).some(
    ([name, value]) =>
      name.toLowerCase() === "content-type" &&
      typeof value === "string" &&
      mediaType(value) === FORM_TYPE,
  );
}
