import type { FastifyRequest } from "fastify";
import { ALL_RIGHTS, type Rights } from "#contract/api/rights.ts";

/** Who sent a request, and what they may. */
export interface Reader {
  /** The provider's `sub`, within its issuer; undefined where nobody signs in. */
  readonly subject: string | undefined;
  /** As the provider has it, for the screen. */
  readonly name: string | undefined;
  /** The roles that the access file gives, in its order. */
  readonly roles: readonly string[];
  readonly rights: Rights;
  /** Their skill groups' ids; with `calls: "own-groups"` those whose calls they may see. */
  readonly groups: readonly string[];
  /** Their own agent ids; with `calls: "own-calls"` those whose calls they may see. */
  readonly agents: readonly string[];
}

/** Where no sign-in is configured every reader is this machine's operator. */
const OPERATOR: Reader = {
  subject: undefined,
  name: undefined,
  roles: [],
  rights: ALL_RIGHTS,
  groups: [],
  agents: [],
};

/** The reader who sent a request: known once the guard of the doors has let it in. */
export function readerOf(_request: FastifyRequest): Reader {
  return OPERATOR;
}

/**
 * What decides which records a reader may be shown, as text, for keys of what is kept: readers of other
 * rights never share an answer. How numbers are shown is decided after that, at the door out.
 */
export function rightsText(request: FastifyRequest): string {
  const { rights, groups, agents } = readerOf(request);
  return JSON.stringify([rights.instances, rights.calls, groups, agents]);
}
