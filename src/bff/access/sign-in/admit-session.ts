import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from "fastify";
import { UNATTENDED_HEADER } from "#contract/api/tab.ts";
import type { EndedSessions } from "./ended-sessions.ts";
import type { Renewal } from "./renew-session.ts";
import type { SessionCookie } from "./session-cookie.ts";
import { FRESH_MS, type Session } from "./session.ts";

export interface AdmitSessionDeps {
  readonly cookie: SessionCookie;
  readonly ended: EndedSessions;
  readonly renew: (session: Session) => Promise<Renewal>;
  readonly log: FastifyBaseLogger;
  readonly now: () => number;
}

/** Early enough that a provider that is away for a minute is not noticed. */
const RENEW_AFTER_MS = FRESH_MS - 2 * 60_000;
/**
 * From then on a cookie that only notes its use could overtake the renewed one on its way to the browser,
 * and put the token that is used up back in its place.
 */
const NOTE_USE_UNTIL_MS = RENEW_AFTER_MS - 60_000;
const NOTE_USE_EVERY_MS = 60_000;

/**
 * Tells whose session a request comes with, renews it where it is time, and sets its cookie anew. Within
 * its ten minutes it needs no provider: one that refuses to renew it or cannot be reached ends it then.
 */
export function createAdmission(
  deps: AdmitSessionDeps,
): (request: FastifyRequest, reply: FastifyReply) => Promise<Session | undefined> {
  const { cookie, ended, renew, log, now } = deps;

  async function write(reply: FastifyReply, session: Session): Promise<void> {
    if (!(await cookie.write(reply, session)))
      log.warn("a renewed session is too large for its cookie, and will end");
  }

  async function admit(
    session: Session,
    reply: FastifyReply,
    isUse: boolean,
  ): Promise<Session | undefined> {
    if (ended.has(session)) {
      cookie.clear(reply);
      return undefined;
    }
    const age = now() - session.renewedAt;
    if (age < RENEW_AFTER_MS) {
      const isLongAgo = now() - session.usedAt >= NOTE_USE_EVERY_MS;
      if (isUse && age < NOTE_USE_UNTIL_MS && isLongAgo)
        await write(reply, { ...session, usedAt: now() });
      return session;
    }
    const renewal = await renew(session);
    if (renewal.is === "renewed") {
      const renewed = isUse ? { ...renewal.session, usedAt: now() } : renewal.session;
      await write(reply, renewed);
      // By the time that a late cookie of before comes, the new session may be due, or over, as well.
      return admit(renewed, reply, isUse);
    }
    if (age < FRESH_MS) return session;
    // One that is not answered for may be tomorrow, within its own ends.
    if (renewal.is === "refused") cookie.clear(reply);
    return undefined;
  }

  return async (request, reply) => {
    const session = await cookie.read(request);
    const isUse = request.headers[UNATTENDED_HEADER] === undefined;
    return session === undefined ? undefined : admit(session, reply, isUse);
  };
}
