import type { EmbeddedDatabase } from "./database.ts";
import type { WireParameters } from "./wire-parameters.ts";

/** What an operation may use. */
export interface OperationContext {
  readonly database: EmbeddedDatabase;
  /** IANA name: whose calendar days are meant. */
  readonly timeZone: string;
  /** ms: the instant of the request. */
  readonly now: number;
}

/**
 * One operation of the provider's API: parameters → `Data` of the reply.
 *
 * @throws UpstreamError
 */
export type OperationHandler = (
  parameters: WireParameters,
  context: OperationContext,
) => Promise<unknown>;
