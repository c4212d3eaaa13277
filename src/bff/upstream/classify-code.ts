import type { BffErrorCode } from "#bff/http/bff-error.ts";

const CREDENTIAL_CODES =
  /^(InvalidAccessKeyId|InvalidAccessKeySecret|SignatureDoesNotMatch|SignatureNonceUsed|IncompleteSignature|InvalidTimeStamp|InvalidSecurityToken|MissingSecurityToken|InvalidCredentials)/;
const FORBIDDEN_CODES = /^(NoPermission|Forbidden|UnauthorizedOperation|AccessDenied)/;

/**
 * What an upstream error code means to us.
 *
 * @param code the upstream's `Code`; undefined where it gave none
 * @param status the HTTP status of its reply
 */
export function classifyCode(code: string | undefined, status: number): BffErrorCode {
  if (code !== undefined) {
    if (code === "InvalidTimeStamp.Expired") return "clock_wrong";
    if (CREDENTIAL_CODES.test(code)) return "upstream_credentials";
    if (FORBIDDEN_CODES.test(code)) return "upstream_forbidden";
    if (code.startsWith("Throttling")) return "upstream_throttled";
    if (code.startsWith("Parameter.")) return "upstream_parameter";
    if (code === "NotExists.InstanceId") return "upstream_instance_not_found";
  }
  if (status === 429) return "upstream_throttled";
  // A reply that HTTP calls a success and its own body does not.
  return status >= 400 ? "upstream_failed" : "upstream_not_ok";
}
