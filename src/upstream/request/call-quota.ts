import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { WireError } from "./wire-error.ts";

/** A call beyond the quota of its key. */
export class ThrottledError extends WireError {
  /** When the next one may be made. */
  readonly retryAfterMs: number;

  constructor(retryAfterMs: number) {
    super("Throttling.User");
    this.retryAfterMs = retryAfterMs;
  }
}

/** @throws ThrottledError */
export type SpendCall = (accessKeyId: string) => Promise<void>;

/**
 * So many calls in each second of each access key, as the provider's gateway counts them; a second
 * begins with the first call in it. Refused calls are not counted.
 */
export function createCallQuota(callsPerSecond: number): SpendCall {
  const limiter = new RateLimiterMemory({ points: callsPerSecond, duration: 1 });
  return async (accessKeyId) => {
    try {
      await limiter.consume(accessKeyId);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new ThrottledError(refusal.msBeforeNext);
    }
  };
}
