// The way to sign in, as far as the dashboard knows it: the pages are the server's own.

/** `GET /auth/login?return=`: leads to the provider, and from there to a page of ours. */
export const LOGIN_ROUTE = "/auth/login";
/** The page with the button that signs in; `reason` says why it is there. */
export const SIGN_IN_ROUTE = "/auth/sign-in";
/** The page that tells open tabs that their reader is signed in again, and closes itself. */
export const DONE_ROUTE = "/auth/done";
/**
 * Characters of a page's path and query, at most, that signing in leads back to. They travel in a
 * cookie, sealed, and that makes them a third longer.
 */
export const MOST_RETURN_LENGTH = 1_600;

/** By what tabs tell each other that somebody has signed in or out (`public/signed-in.js`). */
export const SESSION_CHANNEL = "callscope.session";
/** Said on the channel. */
export const SESSION_NEWS = ["signed-in", "signed-out"] as const;

/** The address that signs in and leads to `returnTo`. */
export function loginPath(returnTo: string): string {
  return `${LOGIN_ROUTE}?${new URLSearchParams({ return: returnTo })}`;
}
