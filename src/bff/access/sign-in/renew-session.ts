import type { FastifyBaseLogger } from "fastify";
import { refreshTokenGrant } from "openid-client";
import type { KeptClaims } from "#bff/access/claims.ts";
import { isRefusedGrant, isUnknownClient, UNKNOWN_CLIENT } from "./provider-failure.ts";
import type { Provider } from "./provider.ts";
import { FRESH_MS, type Session } from "./session.ts";
import { createSharedOutcomes } from "./shared-outcomes.ts";
import { keptOf } from "./tokens.ts";

/** What the provider says to a session that would go on. */
export type Renewal =
  | { readonly is: "renewed"; readonly session: Session }
  /** For good: it has ended there. */
  | { readonly is: "refused" }
  /** It says nothing now. */
  | { readonly is: "unanswered" };

export interface RenewSessionDeps {
  readonly provider: Provider;
  readonly keptClaims: KeptClaims;
  readonly log: FastifyBaseLogger;
  readonly now: () => number;
}

/** Until it is asked again. */
const UNANSWERED_MS = 5_000;

/**
 * Renews sessions, each once: a refresh token is used up by it, and whoever comes later with the cookie
 * of before is given the same new session, for as long as that cookie can be good.
 */
export function createSessionRenewal(
  deps: RenewSessionDeps,
): (session: Session) => Promise<Renewal> {
  const outcomes = createSharedOutcomes<Renewal>(
    ({ is }) => (is === "unanswered" ? UNANSWERED_MS : FRESH_MS),
    deps.now,
  );
  return async (session) => {
    const { refreshToken } = session;
    if (refreshToken === undefined) return { is: "refused" };
    // What it was renewed to last, for a provider may give the same token again.
    const generation = `${session.id} ${session.renewedAt}`;
    return outcomes.of(generation, () => renew(session, refreshToken, deps));
  };
}

async function renew(
  session: Session,
  refreshToken: string,
  { provider, keptClaims, log, now }: RenewSessionDeps,
): Promise<Renewal> {
  try {
    const configuration = await provider.configuration();
    if (configuration === undefined) return { is: "unanswered" };
    const tokens = await refreshTokenGrant(configuration, refreshToken);
    const at = now();
    const renewed = {
      ...session,
      // Not every provider gives a new one of either.
      refreshToken: tokens.refresh_token ?? refreshToken,
      renewedAt: at,
    };
    const idClaims = tokens.claims();
    const { subject } = session;
    if (idClaims !== undefined && idClaims.sub !== subject) {
      log.warn("a session was renewed for somebody else, and is ended");
      return { is: "refused" };
    }
    const { userinfo_endpoint } = configuration.serverMetadata();
    // Then there is nobody to ask what the reader may by now.
    if (idClaims === undefined && userinfo_endpoint === undefined)
      return { is: "renewed", session: renewed };
    const kept = { configuration, tokens, idClaims, subject, keptClaims };
    // The token of before is used up: whatever fails from here on, the new one is not to be lost.
    const told = await keptOf(kept).catch((error: unknown) => {
      log.warn({ err: error }, "a renewed session keeps the claims of before");
      return undefined;
    });
    if (told === undefined) return { is: "renewed", session: renewed };
    const { name = session.name, claims, idToken = session.idToken } = told;
    return { is: "renewed", session: { ...renewed, name, claims, idToken } };
  } catch (error) {
    if (isRefusedGrant(error)) return { is: "refused" };
    if (isUnknownClient(error)) log.error(UNKNOWN_CLIENT);
    else log.warn({ err: error }, "a session could not be renewed");
    return { is: "unanswered" };
  }
}
