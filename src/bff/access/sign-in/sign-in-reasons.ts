/** Why the sign-in page is shown. */
export const SIGN_IN_REASONS = [
  /** Signed out, as the reader asked. */
  "signed-out",
  /** The provider sent the reader back: they declined, or may not. */
  "refused",
  /** The provider cannot be reached. */
  "unreachable",
  /** The provider answered with what cannot be trusted. */
  "untrusted",
  /** The provider does not take this server for the client that it knows: its id, secret or redirect address. */
  "unknown-server",
  /** The provider's clock and ours differ by minutes. */
  "clock",
  /** This browser has begun no such login, or too long ago. */
  "unknown",
  /** What the provider tells of the reader does not fit into a cookie. */
  "too-large",
  /** The browser does not keep the session's cookie. */
  "no-cookie",
  /** The link is too long to be kept while signing in. */
  "long-link",
] as const;

/** One of {@link SIGN_IN_REASONS}. */
export type SignInReason = (typeof SIGN_IN_REASONS)[number];

/** Undefined where an address names none. */
export function signInReason(text: string | null): SignInReason | undefined {
  return SIGN_IN_REASONS.find((reason) => reason === text);
}
