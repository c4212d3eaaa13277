import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from "fastify";
import type { Audit } from "#bff/access/audit/create-audit.ts";
import type { KeptClaims } from "#bff/access/claims.ts";
import type { Identify, Identity } from "#bff/access/identity.ts";
import type { SignInSettings } from "#process/settings/sign-in-settings.ts";
import { createAdmission } from "./admit-session.ts";
import { addDocumentDoor } from "./document-door.ts";
import { createEndedSessions } from "./ended-sessions.ts";
import { createLoginCookies } from "./login-cookies.ts";
import { openProvider } from "./provider.ts";
import { createSessionRenewal } from "./renew-session.ts";
import { createSealer } from "./sealer.ts";
import { createSessionCookie } from "./session-cookie.ts";
import type { Session } from "./session.ts";
import { addSignInRoutes } from "./sign-in-routes.ts";
import { addSignOutRoutes } from "./sign-out-routes.ts";

export interface SignInDeps {
  readonly settings: SignInSettings;
  /** What the access rules read: no others travel in the cookie. */
  readonly keptClaims: KeptClaims;
  readonly log: FastifyBaseLogger;
  readonly now?: () => number;
}

export interface SignIn {
  readonly identify: Identify;
  /** The pages of `/auth`, and the door before the document. */
  addTo(app: FastifyInstance, audit: Audit): Promise<void>;
}

/**
 * Signing in at an OpenID Connect provider, and the session that comes of it.
 *
 * @throws StartError where the provider is none, or another than the settings say
 */
export async function openSignIn(deps: SignInDeps): Promise<SignIn> {
  const { settings, keptClaims, log, now = Date.now } = deps;
  const { sessionSecrets: secrets, issuer, clientId: audience, idleMs, absoluteMs } = settings;
  const provider = await openProvider({ settings, log, now });
  const sealerFor = (purpose: "session" | "login") =>
    createSealer({ secrets, purpose, issuer, audience, now });
  const sealer = sealerFor("session");
  const cookie = createSessionCookie({ sealer, idleMs, absoluteMs, now });
  const logins = createLoginCookies(sealerFor("login"), now);
  const ended = createEndedSessions(absoluteMs, now);
  const renew = createSessionRenewal({ provider, keptClaims, log, now });
  const admit = createAdmission({ cookie, ended, renew, log, now });

  /** More than one part of the server asks, and each session is to be admitted once. */
  const known = new WeakMap<FastifyRequest, Promise<Identity | undefined>>();
  const identify: Identify = (request, reply) => {
    const identity =
      known.get(request) ?? admit(request, reply).then((session) => session && identityOf(session));
    known.set(request, identity);
    return identity;
  };

  return {
    identify,
    async addTo(app, audit) {
      addDocumentDoor(app, { identify, logins, now });
      const shared = { settings, provider, cookie, audit, log, now };
      addSignInRoutes(app, { ...shared, logins, identify, keptClaims });
      await addSignOutRoutes(app, { ...shared, ended });
    },
  };
}

function identityOf({ subject, name, claims }: Session): Identity {
  return { subject, name, claims };
}
