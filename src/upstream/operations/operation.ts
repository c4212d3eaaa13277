import type { LinkKey } from "#upstream/recordings/recording-link.ts";
import type { WireParameters } from "#upstream/request/wire-parameters.ts";
import type { Instance, RecordStore } from "#upstream/store/record-store.ts";

/** What an operation may use. */
export interface OperationContext {
  readonly store: RecordStore;
  /** Those that are listed. */
  readonly instances: readonly Instance[];
  /** IANA name: whose calendar days are meant. */
  readonly timeZone: string;
  /** ms: the instant of the request. */
  readonly now: number;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Under which the client knows this server, such as `127.0.0.1:41234`. */
  readonly host: string;
  /** Whose request it is. */
  readonly accessKey: LinkKey;
}

/**
 * One operation of the provider's API: parameters → `Data` of the reply.
 *
 * @throws WireError
 */
export type OperationHandler = (
  parameters: WireParameters,
  context: OperationContext,
) => Promise<unknown>;
