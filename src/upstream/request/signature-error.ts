import type { Refusal } from "#signing/received-request.ts";
import type { Acs3Refusal } from "#signing/verify-acs3.ts";
import type { RpcV1Refusal } from "#signing/verify-rpc-v1.ts";
import { bodyError, conflictError } from "./request-parameters.ts";
import { WireError } from "./wire-error.ts";

type Refused = Refusal<Acs3Refusal | RpcV1Refusal> & { readonly stringToSign?: string };

const missing = ({ name = "" }: Refused) => new WireError("MissingParameter", name);
const invalid = ({ name = "" }: Refused) => new WireError("InvalidParameter", name);
const duplicate = ({ name = "" }: Refused) =>
  new WireError("InvalidParameter", name, "It is given more than once.");
const incomplete = () => new WireError("IncompleteSignature");
// The provider too shows what it signed, so that a client's author can compare. With RPC V1 that
// would be every parameter, and is not shown here: a phone number has no place in an error.
const mismatch = ({ stringToSign }: Refused) =>
  new WireError(
    "SignatureDoesNotMatch",
    stringToSign === undefined ? "" : `Server StringToSign is ${JSON.stringify(stringToSign)}.`,
  );
const wrongToken = () => new WireError("InvalidSecurityToken.MismatchWithAccessKey");

/** What the provider answers to each fault of a signed request. */
const REFUSALS = {
  request_too_large: () => new WireError("RequestTooLarge"),
  malformed_url: () => new WireError("InvalidParameter", "url"),
  malformed_query: () => new WireError("InvalidParameter", "query", "It is not well-formed."),
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
  unsupported_signature_method: () => new WireError("InvalidSignatureMethod"),
  unsupported_signature_version: () => new WireError("InvalidSignatureVersion"),
  malformed_date: () => new WireError("InvalidTimeStamp.Format"),
  date_out_of_range: () => new WireError("InvalidTimeStamp.Expired"),
  missing_content_hash: missing,
  content_hash_mismatch: mismatch,
  unknown_access_key: () => new WireError("InvalidAccessKeyId.NotFound"),
  access_key_mismatch: wrongToken,
  security_token_mismatch: wrongToken,
  signature_mismatch: mismatch,
} as const satisfies Record<Acs3Refusal | RpcV1Refusal, (refused: Refused) => WireError>;

/** The gateway's words for a signature that was not found good. */
export function signatureError(refused: Refused): WireError {
  return REFUSALS[refused.code](refused);
}
