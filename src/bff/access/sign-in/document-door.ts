import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Identify } from "#bff/access/identity.ts";
import { isPageVisit } from "#bff/http/refusal-page.ts";
import { loginPath } from "#contract/api/sign-in.ts";
import { cookiesOf, SESSION_COOKIE } from "./cookies.ts";
import type { LoginCookies } from "./login-cookies.ts";
import { knownAddress, returnAddress } from "./return-address.ts";
import { sendSignInPage, signInPath } from "./sign-in-page.ts";

export interface DocumentDoorDeps {
  readonly identify: Identify;
  readonly logins: LoginCookies;
  readonly now: () => number;
}

const DOCUMENTS: readonly (string | undefined)[] = ["/", "/index.html"];
/** Who has just signed in and has no session has a browser that keeps none. */
const JUST_NOW_MS = 60_000;

/**
 * A visit without a session leads to signing in, and back. Files are for everybody, since nothing of
 * anybody is in them; the document leads on because without a session it would be of no use.
 */
export function addDocumentDoor(app: FastifyInstance, deps: DocumentDoorDeps): void {
  const { identify, logins, now } = deps;
  app.addHook("onRequest", async (request, reply) => {
    if (!isVisit(request) || (await identify(request, reply)) !== undefined) return;
    const returnTo = knownAddress(request.url);
    if (returnTo === undefined) {
      reply.code(401);
      return sendSignInPage(request, reply, {
        reason: "long-link",
        returnTo: returnAddress(request.url),
      });
    }
    const [latest] = (await logins.all(request)).filter(({ doneAt }) => doneAt !== undefined);
    const isDropped =
      latest?.doneAt !== undefined &&
      now() - latest.doneAt < JUST_NOW_MS &&
      !cookiesOf(request, SESSION_COOKIE).has(SESSION_COOKIE);
    // Else it would go round and round.
    if (isDropped) return reply.redirect(signInPath({ reason: "no-cookie", returnTo }), 303);
    return reply.redirect(loginPath(returnTo), 303);
  });
}

function isVisit(request: FastifyRequest): boolean {
  return DOCUMENTS.includes(request.routeOptions.url) && isPageVisit(request);
}
