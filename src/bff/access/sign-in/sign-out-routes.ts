import type { FastifyBaseLogger, FastifyInstance } from "fastify";
import type { Audit } from "#bff/access/audit/create-audit.ts";
import { BffError } from "#bff/http/bff-error.ts";
import { BACKCHANNEL_PATH } from "#bff/http/bff-paths.ts";
import { SIGN_OUT_ROUTE, type SignedOut } from "#contract/api/sign-out.ts";
import type { SignInSettings } from "#process/settings/sign-in-settings.ts";
import { clearCookie, cookiesOf, LOGIN_COOKIE } from "./cookies.ts";
import type { EndedSessions } from "./ended-sessions.ts";
import { createLogoutTokenReader } from "./logout-token.ts";
import type { Provider } from "./provider.ts";
import type { SessionCookie } from "./session-cookie.ts";
import { endSessionAddress, revoke, SIGNED_OUT_PATH } from "./sign-out.ts";

export interface SignOutRoutesDeps {
  readonly settings: SignInSettings;
  readonly provider: Provider;
  readonly cookie: SessionCookie;
  readonly ended: EndedSessions;
  readonly audit: Pick<Audit, "signOut">;
  readonly log: FastifyBaseLogger;
  readonly now: () => number;
}

const MOST_TOKEN_BYTES = 16_384;

/** The ways out: the reader's own, and the provider's. */
export async function addSignOutRoutes(
  app: FastifyInstance,
  deps: SignOutRoutesDeps,
): Promise<void> {
  const { settings, provider, cookie, ended, audit, log, now } = deps;

  app.post(SIGN_OUT_ROUTE, async (request, reply): Promise<SignedOut> => {
    const session = await cookie.read(request);
    cookie.clear(reply);
    for (const name of cookiesOf(request, LOGIN_COOKIE).keys()) clearCookie(reply, name);
    // A page that the browser keeps to go back to has rows in it. What is stored stays: it is how the
    // reader likes the screen, and nothing of a call; and cookies of the neighbouring hosts would go too.
    reply.header("clear-site-data", '"cache"');
    if (session === undefined) return { leadsTo: SIGNED_OUT_PATH };
    ended.end(session);
    const configuration = await provider.configuration();
    if (configuration !== undefined) await revoke(configuration, session, log);
    // Behind all that ends the session: where it cannot be noted the session is over all the same.
    await audit.signOut(request, session);
    if (configuration === undefined) return { leadsTo: SIGNED_OUT_PATH };
    const leadsTo = endSessionAddress(configuration, session, settings.publicUrl);
    return { leadsTo: leadsTo ?? SIGNED_OUT_PATH };
  });

  const readLogoutToken = createLogoutTokenReader(now);
  await app.register(async (scope) => {
    // A provider sends a form, which nobody else is to send.
    scope.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string", bodyLimit: MOST_TOKEN_BYTES },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    );
    scope.post(BACKCHANNEL_PATH, { bodyLimit: MOST_TOKEN_BYTES }, async (request) => {
      const { body } = request;
      const token = body instanceof URLSearchParams ? body.get("logout_token") : null;
      const configuration = await provider.configuration();
      const logout =
        token === null || configuration === undefined
          ? undefined
          : await readLogoutToken(configuration, token);
      if (logout === undefined)
        throw new BffError("invalid_parameter", {
          field: "logout_token",
          detail: "This is no logout token of the sign-in provider, or it came before.",
        });
      ended.endAll(logout);
      const { subject } = logout;
      try {
        await audit.signOut(request, subject === undefined ? undefined : { subject });
      } catch (error) {
        // The provider sends it again, and then it can be noted.
        logout.undo();
        throw error;
      }
      return {};
    });
  });
}
