import type { Refusal } from "#signing/received-request.ts";
import type { Acs3Refusal } from "#signing/verify-acs3.ts";
import type { RpcV1Refusal } from "#signing/verify-rpc-v1.ts";
import { bodyError, conflictError } from "./request-parameters.ts";
import { UpstreamError } from "./wire-error.ts";

type Refused = Refusal<Acs3Refusal | RpcV1Refusal> & { readonly stringToSign?: string };

const missing = ({ name = "" }: Refused) => new UpstreamError("MissingParameter", name);
const invalid = ({ name = "" }: Refused) => new UpstreamError("InvalidParameter", name);
const duplicate = ({ name = "" }: Refused) =>
  new UpstreamError("InvalidParameter", name, "It is given more than once.");
const incomplete = () => new UpstreamError("IncompleteSignature");
// The provider too shows what it signed, so that a client's author can compare. With RPC V1 that
// would be every parameter, and is not shown here: a phone number has no place in an error.
const mismatch = ({ stringToSign }: Refused) =>
  new UpstreamError(
    "SignatureDoesNotMatch",
    stringToSign === undefined ? "" : `Server StringToSign is ${JSON.stringify(stringToSign)}.`,
  );
const wrongToken = () => new UpstreamError("InvalidSecurityToken.MismatchWithAccessKey");

/** What the provider answers to each fault of a signed request. */
const REFUSALS = {
  request_too_large: () => new UpstreamError("RequestTooLarge"),
  malformed_url: () => new UpstreamError("InvalidParameter", "url"),
  malformed_query: () => new UpstreamError("InvalidParameter", "query", "It is not well-formed."),
  malformed_form: () => bodyError("It is not a well-formed form."),
  duplicate_query_key: duplicate,
  duplicate_form_key: duplicate,
  conflicting_key: ({ name = "" }) => conflictError(name),
  body_not_signed: () => bodyError("This signature covers no body but a form."),
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
  missing_parameter: missing,
  unsupported_signature_method: () => new UpstreamError("InvalidSignatureMethod"),
  unsupported_signature_version: () => new UpstreamError("InvalidSignatureVersion"),
  malformed_date: () => new UpstreamError("InvalidTimeStamp.Format"),
  date_out_of_range: () => new UpstreamError("InvalidTimeStamp.Expired"),
  missing_content_hash: missing,
  content_hash_mismatch: mismatch,
  unknown_access_key: () => new UpstreamError("InvalidAccessKeyId.NotFound"),
  access_key_mismatch: wrongToken,
  security_token_mismatch: wrongToken,
  signature_mismatch: mismatch,
} as const satisfies Record<Acs3Refusal | RpcV1Refusal, (refused: Refused) => UpstreamError>;

/** The gateway's words for a signature that was not found good. */
export function signatureError(refused: Refused): UpstreamError {
  return REFUSALS[refused.code](refused);
}
