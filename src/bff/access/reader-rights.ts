import type { FastifyRequest } from "fastify";

/** What the reader behind a request may do. Without sign-in whoever reaches the loopback port is the operator. */
export function rightsOf(_request: FastifyRequest): readonly string[] {
  return ["records", "export"];
}

/** The same as a part of cache keys: answers are shared between readers of equal rights only. */
export function rightsText(request: FastifyRequest): string {
  return rightsOf(request).toSorted().join();
}
