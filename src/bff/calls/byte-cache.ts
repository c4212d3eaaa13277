import { LRUCache } from "lru-cache";

/** Values that are kept for a while, as many as fit. */
export interface ByteCache<T> {
  get(key: string): T | undefined;
  /** @param bytes what the value weighs in memory, about */
  set(key: string, value: T, bytes: number, ttlMs: number): void;
}

/** Of an entry by itself: its place, its key, its times. */
const ENTRY_BYTES = 400;
/** What has expired is looked for so often. */
const PURGE_MS = 60_000;

/**
 * A cache that is bounded by what its entries weigh, not by how many they are: the oldest use goes first,
 * what has expired goes within a minute of the next use, and what is greater than the whole is not kept.
 *
 * @param now ms since the epoch
 */
export function createByteCache<T extends object>(
  maxBytes: number,
  now: () => number,
): ByteCache<T> {
  const kept = new LRUCache<string, { readonly value: T; readonly bytes: number }>({
    maxSize: maxBytes,
    sizeCalculation: ({ bytes }) => bytes + ENTRY_BYTES,
    perf: { now },
    // Without a resolution of its own, so that a clock that is set in a test is minded at once.
    ttlResolution: 0,
  });
  let purgedAt = now();
  return {
    get: (key) => kept.get(key)?.value,
    set(key, value, bytes, ttlMs) {
      if (now() - purgedAt > PURGE_MS) {
        kept.purgeStale();
        purgedAt = now();
      }
      kept.set(key, { value, bytes: Math.max(0, Math.round(bytes)) }, { ttl: ttlMs });
    },
  };
}
