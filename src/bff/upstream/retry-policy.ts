import type { UpstreamError } from "./upstream-error.ts";

/** Of an upstream that fails; one that throttles is waited for until the call's deadline. */
const MOST_RETRIES = 3;
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 4_000;
/** Retries that each call adds to the budget. */
const SHARE = 0.2;
/** What the budget begins with, so that a lone reader's call is tried again too. */
const FLOOR = 10;
const CEILING = 100;
/** Where few call, the floor comes back with time. */
const REFILL_MS = 5_000;

/** Decides whether a failed request is sent again, and when. */
export interface RetryPolicy {
  /** Notes a call that was begun. */
  noteCall(): void;
  /**
   * How long to wait before the next try, ms; undefined gives up.
   *
   * @param tries requests of this call that have failed
   * @param throttled those of them that were throttled, which are no failures of the upstream
   * @param leftMs until the call's deadline: waiting past it would turn a clear answer into a timeout
   */
  waitBefore(
    error: UpstreamError,
    tries: number,
    throttled: number,
    leftMs: number,
  ): number | undefined;
}

/**
 * One for all calls of a server. Failures are tried again out of a budget, a fifth of the calls and a
 * few: an upstream that is down is asked 1.2 times as often as it would be, not four times. Throttling
 * takes nothing from the budget, since it says when to come again.
 *
 * Authority: https://sre.google/sre-book/handling-overload/, "Deciding to retry"; equal jitter as in
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 *
 * @param clock monotonic, ms
 * @param random from 0 to 1
 */
export function createRetryPolicy(
  clock: () => number = () => performance.now(),
  random: () => number = Math.random,
): RetryPolicy {
  let budget = FLOOR;
  let filledAt = clock();

  function takeFromBudget(): boolean {
    const refills = Math.floor((clock() - filledAt) / REFILL_MS);
    filledAt += refills * REFILL_MS;
    budget = Math.max(budget, Math.min(FLOOR, budget + refills));
    if (budget < 1) return false;
    budget -= 1;
    return true;
  }

  return {
    noteCall() {
      budget = Math.min(CEILING, budget + SHARE);
    },
    waitBefore({ code, parts }, tries, throttled, leftMs) {
      const isThrottled = code === "upstream_throttled";
      if (!isThrottled && tries - throttled > MOST_RETRIES) return undefined;
      const backoffMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1));
      // Half of it in any case, so that nobody comes back at once, and never before the upstream says.
      const waitMs = (parts.retryAfterMs ?? 0) + (backoffMs / 2) * (1 + random());
      if (waitMs >= leftMs) return undefined;
      return isThrottled || takeFromBudget() ? waitMs : undefined;
    },
  };
}
