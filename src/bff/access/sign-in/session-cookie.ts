import type { FastifyReply, FastifyRequest } from "fastify";
import { clearCookie, cookiesOf, cookieText, SESSION_COOKIE, setCookie } from "./cookies.ts";
import type { Sealer } from "./sealer.ts";
import { readSession, writeSession, type Session } from "./session.ts";

/** The cookie that a session is. */
export interface SessionCookie {
  /** Undefined: there is none, or none that is ours, or it is over. */
  read(request: FastifyRequest): Promise<Session | undefined>;
  /** False: it is larger than browsers take, and was not written. */
  write(reply: FastifyReply, session: Session): Promise<boolean>;
  clear(reply: FastifyReply): void;
}

export interface SessionCookieDeps {
  readonly sealer: Sealer;
  readonly idleMs: number;
  readonly absoluteMs: number;
  readonly now: () => number;
}

export function createSessionCookie(deps: SessionCookieDeps): SessionCookie {
  const { sealer, idleMs, absoluteMs, now } = deps;

  const endOf = ({ usedAt, startedAt }: Session) =>
    Math.min(usedAt + idleMs, startedAt + absoluteMs);

  async function textOf(session: Session): Promise<string | undefined> {
    const endsAt = endOf(session);
    const sealed = await sealer.seal(writeSession(session), endsAt);
    return cookieText(SESSION_COOKIE, sealed, endsAt - now());
  }

  return {
    async read(request) {
      const sealed = cookiesOf(request, SESSION_COOKIE).get(SESSION_COOKIE);
      const session = sealed === undefined ? undefined : readSession(await sealer.open(sealed));
      // Its ends are those of today's configuration, not of the day when it was sealed.
      return session === undefined || endOf(session) <= now() ? undefined : session;
    },
    async write(reply, session) {
      const text = (await textOf(session)) ?? (await textOf({ ...session, idToken: undefined }));
      if (text !== undefined) setCookie(reply, text);
      return text !== undefined;
    },
    clear: (reply) => clearCookie(reply, SESSION_COOKIE),
  };
}
