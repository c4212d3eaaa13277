import type { FastifyReply, FastifyRequest } from "fastify";

/** Who sent a request, as the sign-in provider says. */
export interface Identity {
  /** The provider's `sub`. */
  readonly subject: string;
  /** A name for the screen, where the provider tells one. */
  readonly name: string | undefined;
  /** Those claims that the access rules read, and no others: they travel in a cookie. */
  readonly claims: Readonly<Record<string, unknown>>;
}

/**
 * Tells who sent a request; undefined: nobody who is signed in. It may set cookies on the reply, for a
 * session that goes on.
 */
export type Identify = (
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<Identity | undefined>;
