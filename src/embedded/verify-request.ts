import { API_VERSION } from "#contract/upstream/envelope.ts";
import type { NonceStore } from "#signing/nonce-store.ts";
import {
  verifyAcs3,
  type Acs3Refusal,
  type Acs3Verification,
  type ReceivedRequest,
} from "#signing/verify-acs3.ts";
import { UpstreamError } from "./upstream-error.ts";
import type { WireParameters } from "./wire-parameters.ts";

type Refused = Extract<Acs3Verification, { ok: false }>;

const missing = ({ name = "" }: Refused) => new UpstreamError("MissingParameter", name);
const invalid = ({ name = "" }: Refused) => new UpstreamError("InvalidParameter", name);
const incomplete = () => new UpstreamError("IncompleteSignature");
// The provider too shows what it signed, so that a client's author can compare.
const mismatch = ({ stringToSign }: Refused) =>
  new UpstreamError(
    "SignatureDoesNotMatch",
    stringToSign === undefined ? "" : `Server StringToSign is ${JSON.stringify(stringToSign)}.`,
  );
const wrongToken = () => new UpstreamError("InvalidSecurityToken.MismatchWithAccessKey");

/** What the provider answers to each fault of a signed request. */
const REFUSALS = {
  request_too_large: () => new UpstreamError("RequestTooLarge"),
  malformed_url: invalid,
  malformed_query: invalid,
  duplicate_query_key: invalid,
  duplicate_header: invalid,
  missing_authorization: missing,
  malformed_authorization: incomplete,
  host_not_signed: incomplete,
  header_not_signed: incomplete,
  signed_header_missing: missing,
  missing_action: missing,
  missing_version: missing,
  missing_nonce: missing,
  missing_date: missing,
  malformed_date: () => new UpstreamError("InvalidTimeStamp.Format"),
  date_out_of_range: () => new UpstreamError("InvalidTimeStamp.Expired"),
  missing_content_hash: missing,
  content_hash_mismatch: mismatch,
  unknown_access_key: () => new UpstreamError("InvalidAccessKeyId.NotFound"),
  access_key_mismatch: wrongToken,
  security_token_mismatch: wrongToken,
  signature_mismatch: mismatch,
} as const satisfies Record<Acs3Refusal, (refused: Refused) => UpstreamError>;

export interface VerifiedRequest {
  readonly action: string;
  readonly parameters: WireParameters;
}

/**
 * Whether the request comes from who holds the key, for the first time.
 *
 * @throws UpstreamError the gateway's refusal
 */
export function verifyRequest(request: ReceivedRequest, nonces: NonceStore): VerifiedRequest {
  const verified = verifyAcs3(request);
  if (!verified.ok) throw REFUSALS[verified.code](verified);
  if (!nonces.use(`${verified.accessKeyId} ${verified.nonce}`))
    throw new UpstreamError("SignatureNonceUsed");
  if (verified.version !== API_VERSION) throw new UpstreamError("InvalidVersion");
  return { action: verified.action, parameters: verified.query };
}
