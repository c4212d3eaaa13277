import type { FastifyRequest } from "fastify";
import { ALL_RIGHTS, type Rights } from "#contract/api/rights.ts";

/** Who sent a request, and what they may. */
export interface Reader {
  /** The provider's `sub`, within its issuer; undefined where nobody signs in. */
  readonly subject: string | undefined;
  /** As the provider has it, for the screen. */
  readonly name: string | undefined;
  /** The names of the roles that the access file gives, in its order. */
  readonly roles: readonly string[];
  readonly rights: Rights;
  /** Their skill groups' ids; with `calls: "own-groups"` those whose calls they may see. */
  readonly groups: readonly string[];
  /** Their own agent ids; with `calls: "own-calls"` those whose calls they may see. */
  readonly agents: readonly string[];
}

/** Where no sign-in is configured every reader is this machine's operator. */
export const OPERATOR: Reader = {
  subject: undefined,
  name: undefined,
  roles: [],
  rights: ALL_RIGHTS,
  groups: [],
  agents: [],
};

/** Who asks, whether or not they may. */
export type Who = Pick<Reader, "subject" | "name">;

const NOBODY: Who = { subject: undefined, name: undefined };

const identities = new WeakMap<FastifyRequest, Who>();

/** For the guard of the doors alone: this is who asks, as the provider says. */
export function noteWho(request: FastifyRequest, who: Who): void {
  identities.set(request, who);
}

/** Who sent a request, as far as it is known by now: for what is noted of those who are refused, too. */
export function whoAsks(request: FastifyRequest): Who {
  return identities.get(request) ?? NOBODY;
}

const readers = new WeakMap<FastifyRequest, Reader>();

/** For the guard of the doors alone: it has let the reader in. */
export function noteReader(request: FastifyRequest, reader: Reader): void {
  readers.set(request, reader);
}

/**
 * The reader who sent a request: known once the guard of the doors has let it in.
 *
 * @throws Error where it has not: a route that it lets anybody in by has no reader
 */
export function readerOf(request: FastifyRequest): Reader {
  const reader = readers.get(request);
  if (reader === undefined)
    throw new Error("A request that the guard has not let in has no reader.");
  return reader;
}
