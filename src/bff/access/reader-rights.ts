import type { FastifyRequest } from "fastify";

/**
 * The rights of the reader who sent a request. Without sign-in every reader is this machine's
 * operator.
 */
export function rightsOf(_request: FastifyRequest): readonly string[] {
  return ["records", "export"];
}

/** The rights as text, for keys of what is kept: readers of other rights never share an answer. */
export function rightsText(request: FastifyRequest): string {
  return rightsOf(request).toSorted().join();
}
