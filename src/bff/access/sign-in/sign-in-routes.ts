import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Audit } from "#bff/access/audit/create-audit.ts";
import type { Identify } from "#bff/access/identity.ts";
import { BffError } from "#bff/http/bff-error.ts";
import { DONE_ROUTE, LOGIN_ROUTE, SIGN_IN_ROUTE } from "#contract/api/sign-in.ts";
import type { SignInSettings } from "#process/settings/sign-in-settings.ts";
import { beginLogin, CALLBACK_PATH } from "./begin-login.ts";
import { finishLogin, type Finished, type FinishLoginDeps } from "./finish-login.ts";
import type { LoginCookies } from "./login-cookies.ts";
import type { Provider } from "./provider.ts";
import { returnAddress } from "./return-address.ts";
import type { SessionCookie } from "./session-cookie.ts";
import type { Session } from "./session.ts";
import { createSharedOutcomes } from "./shared-outcomes.ts";
import { sendDonePage, sendSignInPage, signInPath } from "./sign-in-page.ts";
import { signInReason, type SignInReason } from "./sign-in-reasons.ts";
import { revoke, SIGNED_OUT_PATH } from "./sign-out.ts";

export interface SignInRoutesDeps extends FinishLoginDeps {
  readonly settings: SignInSettings;
  readonly provider: Provider;
  readonly logins: LoginCookies;
  readonly cookie: SessionCookie;
  readonly identify: Identify;
  readonly audit: Pick<Audit, "signIn">;
}

/** A callback that comes twice, by a double click or a reload, finds what came of the first. */
const CALLBACK_TWICE_MS = 60_000;
/** A mail program that looks at links is not to use them up. */
const NO_HEAD = { exposeHeadRoute: false };

/** The way in: to the provider, back from it, and the pages beside. */
export function addSignInRoutes(app: FastifyInstance, deps: SignInRoutesDeps): void {
  const { settings, provider, logins, cookie, identify, audit, log, now } = deps;
  const finished = createSharedOutcomes<Finished>(
    ({ reason }) => (reason === "unreachable" ? 0 : CALLBACK_TWICE_MS),
    now,
  );
  /** It is one sign-in, however often its callback comes. */
  const noted = createSharedOutcomes<Session>(() => CALLBACK_TWICE_MS, now);

  app.get(LOGIN_ROUTE, NO_HEAD, async (request, reply) => {
    refuseParts(request);
    const returnTo = returnAddress(queryOf(request).get("return"));
    const configuration = await provider.configuration();
    if (configuration === undefined)
      return reply.redirect(signInPath({ reason: "unreachable", returnTo }), 303);
    const { login, address } = await beginLogin(configuration, settings, {
      returnTo,
      startedAt: now(),
    });
    await logins.write(request, reply, login);
    return reply.redirect(address.href, 303);
  });

  app.get(CALLBACK_PATH, NO_HEAD, async (request, reply) => {
    const query = queryOf(request);
    const [state = "", ...others] = query.getAll("state");
    const login = others.length === 0 ? await logins.read(request, state) : undefined;
    const returnTo = login?.returnTo ?? "/";
    const failed = async (reason: SignInReason) => {
      await audit.signIn(request, undefined, reason);
      return reply.redirect(signInPath({ reason, returnTo }), 303);
    };

    if (login === undefined || login.doneAt !== undefined) {
      const identity = await identify(request, reply);
      return identity === undefined ? failed("unknown") : reply.redirect(returnTo, 303);
    }
    const configuration = await provider.configuration();
    if (configuration === undefined) return failed("unreachable");
    const { session, reason } = await finished.of(`${state} ${query}`, () =>
      finishLogin(configuration, login, query.toString(), deps),
    );
    if (session === undefined) {
      logins.clear(reply, state);
      return failed(reason);
    }
    if (!(await cookie.write(reply, session))) {
      log.warn("what the sign-in provider tells of a reader does not fit into a cookie");
      await revoke(configuration, session, log);
      logins.clear(reply, state);
      return failed("too-large");
    }
    const note = async () => {
      await audit.signIn(request, session);
      return session;
    };
    await noted.of(session.id, note).catch((error: unknown) => {
      // Who cannot be noted is not signed in.
      cookie.clear(reply);
      throw error;
    });
    await logins.write(request, reply, { ...login, doneAt: now() });
    return reply.redirect(returnTo, 303);
  });

  app.get(SIGN_IN_ROUTE, (request, reply) => {
    const query = queryOf(request);
    return sendSignInPage(request, reply, {
      reason: signInReason(query.get("reason")),
      returnTo: returnAddress(query.get("return")),
    });
  });

  app.get(SIGNED_OUT_PATH, (request, reply) =>
    sendSignInPage(request, reply, { reason: "signed-out", returnTo: "/" }),
  );

  app.get(DONE_ROUTE, async (request, reply) => {
    const identity = await identify(request, reply);
    return identity === undefined
      ? reply.redirect(signInPath({ returnTo: DONE_ROUTE }), 303)
      : sendDonePage(request, reply);
  });
}

/** A picture or a frame signs nobody in: it could only crowd out the logins under way. */
function refuseParts({ headers }: FastifyRequest): void {
  const destination = headers["sec-fetch-dest"];
  if (destination !== undefined && destination !== "document")
    throw new BffError("permission_denied", { detail: "Signing in is a page of its own." });
}

/** Read leniently: what is none of ours is as good as absent. */
function queryOf({ url }: FastifyRequest): URLSearchParams {
  const start = url.indexOf("?");
  return new URLSearchParams(start < 0 ? "" : url.slice(start + 1));
}
