import type { CallOptions } from "#bff/upstream/upstream-client.ts";
import { isThrottled } from "#bff/upstream/upstream-error.ts";
import type { Asking } from "./call-reader.ts";
import type { Turn, UpstreamLimiter } from "./upstream-limiter.ts";

/** A probe that is still throttled so long after it first was is given up. */
const PATIENCE_MS = 60_000;

/**
 * An upstream call that waits for its turn. Rows are tried again in their place, as the client does it;
 * a probe that is throttled gives its place to one that need not wait, and queues up again.
 *
 * @throws what the call throws; or the signal's reason
 */
export async function callInTurn<T>(
  limiter: UpstreamLimiter,
  { purpose, onSpent, ...turn }: Turn & Pick<Asking, "purpose"> & Partial<Pick<Asking, "onSpent">>,
  call: (options: CallOptions) => Promise<T>,
): Promise<T> {
  let tries = 0;
  const options: CallOptions = {
    signal: turn.signal,
    retryThrottled: purpose === "rows",
    onTry({ startedAt, isThrottled: wasThrottled, retryAfterMs }) {
      onSpent?.({ calls: 1, throttled: wasThrottled ? 1 : 0 });
      tries += 1;
      // The first of them the limiter saw begin.
      if (tries > 1) limiter.noteRetry();
      if (wasThrottled) limiter.noteThrottled(startedAt, retryAfterMs);
    },
  };
  let givesUpAt: number | undefined;
  for (;;) {
    try {
      tries = 0;
      return await limiter.run(purpose, () => call(options), turn);
    } catch (error) {
      if (purpose === "rows" || !isThrottled(error)) throw error;
      // Only from here: to queue behind others is no throttling.
      givesUpAt ??= performance.now() + PATIENCE_MS;
      if (performance.now() >= givesUpAt) throw error;
    }
  }
}
