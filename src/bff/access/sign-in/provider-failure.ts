import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from "openid-client";

/** Whether what failed passes by itself: the provider does not answer, or is in trouble of its own. */
export function isPassing(error: unknown): boolean {
  const status = statusOf(error);
  if (status !== undefined) return status >= 500 || status === 429;
  if (codeOf(error) === "OAUTH_TIMEOUT" || codeOf(error) === "OAUTH_ABORT") return true;
  // Of what is no answer at all, `fetch` throws a TypeError whose cause is the network's error.
  return error instanceof TypeError && error.cause instanceof Error;
}

/** Whether the provider refuses a grant for good: it is used up, revoked, or its session has ended. */
export function isRefusedGrant(error: unknown): boolean {
  return error instanceof ResponseBodyError && error.error === "invalid_grant";
}

/**
 * Whether the provider does not know this server by what it says of itself (RFC 6749, 5.2). A client that comes
 * with a header is answered by a challenge of the same kind.
 */
export function isUnknownClient(error: unknown): boolean {
  if (error instanceof WWWAuthenticateChallengeError) return error.status === 401;
  return (
    error instanceof ResponseBodyError &&
    (error.error === "invalid_client" || error.error === "unauthorized_client")
  );
}

/** What whoever runs this server reads of that. */
export const UNKNOWN_CLIENT =
  "the sign-in provider refuses this server: OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are not those that it has for a client that may use authorization codes and refresh tokens";

/** Whether the provider sent the reader back with an error, as it does where they decline. */
export function isRefusedLogin(error: unknown): boolean {
  return error instanceof AuthorizationResponseError;
}

/** Whether a token is over as soon as it is made, or not yet good. */
export function isClockError(error: unknown): boolean {
  return codeOf(error) === "OAUTH_JWT_TIMESTAMP_CHECK_FAILED";
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof ResponseBodyError) return error.status;
  // An answer that the library cannot read stands as the cause of its error.
  if (error instanceof ClientError && error.cause instanceof Response) return error.cause.status;
  return undefined;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
