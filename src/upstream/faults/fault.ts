import type { FastifyReply } from "fastify";

/** The reply of an operation that succeeded, as it would be sent. */
export type FaultyEnvelope = Readonly<Record<string, unknown>> & { readonly Data: unknown };

export interface FaultyExchange {
  /** What is answered without the fault. */
  readonly envelope: FaultyEnvelope;
  readonly reply: FastifyReply;
  /** Requests that met this fault before. */
  readonly before: number;
  /** Aborted when the client is gone or the upstream is closed: nobody waits any longer. */
  readonly signal: AbortSignal;
}

/** How a request of one instance goes wrong. It sends its answer itself, or leaves it out. */
export type Fault = (exchange: FaultyExchange) => FastifyReply | Promise<FastifyReply>;
