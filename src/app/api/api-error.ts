import type { ErrorCode, Problem } from "#contract/api/errors.ts";

/**
 * A request that failed, as the screen meets it. The code says what happened; `app/i18n` has the
 * words for it. Nothing here is shown by itself: the screen decides.
 */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: ErrorCode;
  readonly problem: Partial<Problem>;

  constructor(code: ErrorCode, problem: Partial<Problem> = {}, cause?: unknown) {
    super(code, { cause });
    this.code = code;
    this.problem = problem;
  }
}

/** Codes that asking again cannot change: only another question, or another reader, can. */
const FINAL: ReadonlySet<ErrorCode> = new Set([
  "invalid_parameter",
  "instance_forbidden",
  "calls_forbidden",
  "permission_denied",
  "sign_in_required",
  "no_role",
  "right_missing",
  "record_not_found",
  "export_order_out_of_reach",
  "too_many_calls",
  "recording_not_connected",
  "recording_not_kept",
  "recording_too_large",
  "recording_unreadable",
  "route_not_found",
  "method_not_allowed",
  "upstream_parameter",
  "upstream_instance_not_found",
  "upstream_credentials",
  "upstream_forbidden",
  "credentials_missing",
]);

export function isFinal(error: ApiError): boolean {
  return FINAL.has(error.code);
}

/** Whether the way is broken, to our server or from there to the cloud: it may be whole again by itself. */
export function isOutage({ code }: ApiError): boolean {
  return code === "network" || code === "upstream_unreachable";
}

const TROUBLES: ReadonlySet<ErrorCode> = new Set([
  "upstream_timeout",
  "upstream_failed",
  "upstream_not_json",
]);

/** Whether the cloud is there and in trouble of its own, with this question at the least. */
export function isTrouble({ code }: ApiError): boolean {
  return TROUBLES.has(code);
}

/** Refused for now, with when to ask again. */
export function isBusy({ code }: Pick<ApiError, "code">): boolean {
  return code === "server_busy" || code === "too_many_requests";
}

/** Whether nobody is signed in any more: what is on the screen stays, and is asked for again once somebody is. */
export function isLapse({ code }: ApiError): boolean {
  return code === "sign_in_required";
}

/** Whether a view holds what its reader may not ask. */
export function isRefused({ code }: ApiError): boolean {
  return code === "right_missing" || code === "calls_forbidden";
}

const FORBIDDEN: ReadonlySet<ErrorCode> = new Set([
  "instance_forbidden",
  "calls_forbidden",
  "permission_denied",
  "no_role",
  "right_missing",
  "upstream_forbidden",
]);

/** Codes that mean "not for you": there is nothing to retry and nothing of the old rows to keep. */
export function isForbidden(error: ApiError): boolean {
  return FORBIDDEN.has(error.code);
}
