import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pRetry from "p-retry";
import { errors } from "undici";
import type { BffErrorCode } from "#bff/http/bff-error.ts";
import type { Operation } from "#contract/upstream/envelope.ts";
import type { CredentialsSource } from "./credentials.ts";
import { readEnvelope, type UpstreamReply } from "./read-envelope.ts";
import { createRetryPolicy } from "./retry-policy.ts";
import { sendSigned } from "./send-signed.ts";
import { createTransport } from "./transport.ts";
import { isThrottled, UpstreamError } from "./upstream-error.ts";

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** False: a throttled call fails at once, for a caller that waits elsewhere. */
  readonly retryThrottled?: boolean;
  /** Told of each request that was sent, once its outcome is known. */
  readonly onTry?: (attempt: UpstreamTry) => void;
}

/** One request of a call: a call that is retried has several. */
export interface UpstreamTry {
  /** Monotonic, ms. */
  readonly startedAt: number;
  readonly isThrottled: boolean;
  /** How long the upstream asks to be left alone, where it throttles and says so. */
  readonly retryAfterMs?: number | undefined;
}

/** The client sends signed calls to one upstream. */
export interface UpstreamClient {
  /**
   * One signed call. Retried on throttling, 5xx and connection loss, signed afresh each time, all
   * within one deadline.
   *
   * @throws UpstreamError; or the signal's reason once it is aborted
   */
  call(
    operation: Operation,
    params: Readonly<Record<string, string>>,
    options?: CallOptions,
  ): Promise<UpstreamReply>;
  close(): Promise<void>;
}

/** One call as a whole, its retries included. */
export interface UpstreamCallEvent {
  readonly operation: Operation;
  readonly outcome: "ok" | "aborted" | BffErrorCode;
  readonly seconds: number;
  readonly tries: number;
}

export interface UpstreamClientDeps {
  /** An origin, such as `https://ccc.cn-shanghai.aliyuncs.com`. */
  readonly endpoint: string;
  readonly credentials: CredentialsSource;
  /** How long a call may take, its waiting and retries included. */
  readonly timeoutMs: number;
  /** Calls under way at once; others wait their turn inside their own deadline. */
  readonly concurrency: number;
  readonly now?: () => number;
  readonly nonce?: () => string;
  readonly observe?: (event: UpstreamCallEvent) => void;
}

export function createUpstreamClient(deps: UpstreamClientDeps): UpstreamClient {
  const { endpoint, credentials, timeoutMs, observe, now = Date.now, nonce = randomUUID } = deps;
  const transport = createTransport({
    endpoint,
    connections: deps.concurrency,
    connectTimeoutMs: timeoutMs,
  });
  const retries = createRetryPolicy();
  const sending = { transport, host: new URL(endpoint).host, credentials, now, nonce };

  async function call(
    operation: Operation,
    params: Readonly<Record<string, string>>,
    { signal: aborted, retryThrottled = true, onTry }: CallOptions,
    countTry: () => void,
  ): Promise<UpstreamReply> {
    retries.noteCall();
    const deadline = AbortSignal.timeout(timeoutMs);
    const endsAt = performance.now() + timeoutMs;
    const signal = aborted === undefined ? deadline : AbortSignal.any([aborted, deadline]);
    let lastError: UpstreamError | undefined;
    let throttledTries = 0;

    async function attempt(): Promise<UpstreamReply> {
      countTry();
      const startedAt = performance.now();
      try {
        const reply = readEnvelope(await sendSigned(sending, operation, params, signal));
        onTry?.({ startedAt, isThrottled: false });
        return reply;
      } catch (error) {
        const throttled = isThrottled(error) ? error.parts : undefined;
        const { retryAfterMs } = throttled ?? {};
        onTry?.({ startedAt, isThrottled: throttled !== undefined, retryAfterMs });
        if (aborted?.aborted === true) throw error;
        throw toUpstreamError(error, deadline);
      }
    }

    const mayRetry = (error: Error): error is UpstreamError =>
      isRetriable(error) && (retryThrottled || !isThrottled(error));

    try {
      return await pRetry(attempt, {
        signal,
        // The policy says how often and when.
        retries: Number.POSITIVE_INFINITY,
        minTimeout: 0,
        shouldRetry: ({ error }) => mayRetry(error),
        async onFailedAttempt({ error, attemptNumber }) {
          if (!mayRetry(error)) return;
          lastError = error;
          if (isThrottled(error)) throttledTries += 1;
          const leftMs = endsAt - performance.now();
          const waitMs = retries.waitBefore(error, attemptNumber, throttledTries, leftMs);
          if (waitMs === undefined) throw error;
          await sleep(waitMs, undefined, { signal });
        },
      });
    } catch (error) {
      if (aborted?.aborted === true) throw aborted.reason;
      if (error instanceof UpstreamError) throw error;
      if (!deadline.aborted) throw error;
      // It passed between two tries: the failure before it says more than "too late".
      throw lastError ?? new UpstreamError("upstream_timeout", { cause: error });
    }
  }

  return {
    async call(operation, params, options = {}) {
      const startedAt = performance.now();
      let tries = 0;
      const report = (outcome: UpstreamCallEvent["outcome"]) =>
        observe?.({ operation, outcome, tries, seconds: (performance.now() - startedAt) / 1000 });
      try {
        const reply = await call(operation, params, options, () => (tries += 1));
        report("ok");
        return reply;
      } catch (error) {
        if (error instanceof UpstreamError) report(error.code);
        else report(options.signal?.aborted === true ? "aborted" : "internal");
        throw error;
      }
    },
    close: () => transport.close(),
  };
}

function isRetriable(error: Error): error is UpstreamError {
  return error instanceof UpstreamError && error.parts.retriable === true;
}

/** A fault of the network as an error of ours; a fault of our own code stays what it is. */
function toUpstreamError(error: unknown, deadline: AbortSignal): unknown {
  if (error instanceof UpstreamError) return error;
  if (deadline.aborted || error instanceof errors.HeadersTimeoutError)
    return new UpstreamError("upstream_timeout", { cause: error });
  if (error instanceof errors.ResponseExceededMaxSizeError)
    return new UpstreamError("upstream_bad_reply", {
      detail: "The upstream's answer is larger than any answer of this API.",
      cause: error,
    });
  if (!(error instanceof Error && "code" in error)) return error;
  return new UpstreamError("upstream_unreachable", {
    detail: `The connection failed (${String(error.code)}).`,
    cause: error,
    retriable: true,
  });
}
