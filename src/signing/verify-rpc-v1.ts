import { canonicalQuery } from "./canonical-query.ts";
import { isForm } from "./form-body.ts";
import { refuse, type ReceivedRequest, type Refusal } from "./received-request.ts";
import { readRpcV1Parameters, type Parameters } from "./rpc-v1-parameters.ts";
import { RPC_V1_METHOD, RPC_V1_VERSION, signature, stringToSign } from "./rpc-v1.ts";
import { isSameText } from "./same-text.ts";
import {
  checkToken,
  findSecret,
  readDate,
  type SignedEnvelope,
  type Step,
} from "./verify-steps.ts";

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
/** One of {@link RPC_V1_REFUSALS}. */
export type RpcV1Refusal = (typeof RPC_V1_REFUSALS)[number];

/** What a good signature covers, or why a request is refused. */
export type RpcV1Verification =
  | ({
      ok: true;
      /** All that the signature covers, from query and form, those of the envelope among them. */
      parameters: Parameters;
    } & SignedEnvelope)
  // No string to sign here, unlike with ACS3: it is all parameters spelled out, phone numbers too.
  | Refusal<RpcV1Refusal>;

/** What the parameters claim, before anything of it is believed. */
type Claim = Omit<SignedEnvelope, "date"> & {
  /** The date as the wire has it. */
  timestamp: string;
  /** Base64. */
  signature: string;
  /** All but the signature: what it covers. */
  parameters: Parameters;
};

/** What every request has: who signs, how, when, and for which operation. */
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

/**
 * Verifies the RPC V1 signature of a received request, one function a step. Never throws on what a
 * client sent: each fault is a refusal with its code, and of several the first step's counts. Whether
 * the nonce was seen before is the caller's next question (`nonce-store.ts`).
 *
 * Authority: https://www.alibabacloud.com/help/en/sdk/product-overview/rpc-mechanism
 */
export function verifyRpcV1(request: ReceivedRequest): RpcV1Verification {
  const read = readRpcV1Parameters(request);
  if (!read.ok) return read;
  const claim = readClaim(read.parameters, request);
  if (!claim.ok) return claim;
  const { accessKeyId, action, version, nonce, timestamp, parameters } = claim;
  const dated = readDate(timestamp, "Timestamp", request);
  if (!dated.ok) return dated;
  const known = findSecret(accessKeyId, request);
  if (!known.ok) return known;
  const checked = checkToken(parameters["SecurityToken"], "SecurityToken", known.secret);
  if (!checked.ok) return checked;

  const toSign = stringToSign(request.method, canonicalQuery(parameters));
  if (!isSameText(signature(known.secret.accessKeySecret, toSign), claim.signature))
    return refuse("signature_mismatch");
  return { ok: true, accessKeyId, action, version, nonce, date: dated.date, parameters };
}

/**
 * Step: who claims to have signed, how, when, and for which operation. All of it must be there, and a
 * body that is not a form is refused, for no signature would cover it.
 */
function readClaim(received: Parameters, request: ReceivedRequest): Step<Claim, RpcV1Refusal> {
  const missing = REQUIRED.find((name) => !received[name]);
  if (missing !== undefined) return refuse("missing_parameter", missing);
  if (request.body.length > 0 && !isForm(request.headers)) return refuse("body_not_signed", "body");
  if (received["SignatureMethod"] !== RPC_V1_METHOD)
    return refuse("unsupported_signature_method", "SignatureMethod");
  if (received["SignatureVersion"] !== RPC_V1_VERSION)
    return refuse("unsupported_signature_version", "SignatureVersion");

  // None of the defaults is ever taken: all are required above.
  const { Signature: claimed = "", ...parameters } = received;
  const { AccessKeyId: accessKeyId = "", Action: action = "", Version: version = "" } = parameters;
  const { SignatureNonce: nonce = "", Timestamp: timestamp = "" } = parameters;
  return {
    ok: true,
    accessKeyId,
    action,
    version,
    nonce,
    timestamp,
    signature: claimed,
    parameters,
  };
}
