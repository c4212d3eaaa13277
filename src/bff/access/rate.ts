import { LRUCache } from "lru-cache";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

const WINDOW_SECONDS = 60;
/** Of those that are counted at once. An attacker with more loses only his own counts. */
const MOST_COUNTED = 10_000;

/** Counts one more of a key's. Gives 0, or where it is too much how long to wait, ms. */
export type Rate = (key: string) => Promise<number>;

/** @param points in a minute, of each key */
export function createRate(points: number): Rate {
  const limiter = new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
  const counted = new LRUCache<string, true>({
    max: MOST_COUNTED,
    dispose: (_counted, key) => void limiter.delete(key),
  });
  return async (key) => {
    // Of one that is counted already this is only its last use.
    if (counted.get(key) === undefined) counted.set(key, true);
    try {
      await limiter.consume(key);
      return 0;
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return Math.max(1, refusal.msBeforeNext);
    }
  };
}
