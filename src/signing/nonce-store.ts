/** The nonces that were used of late. */
export type NonceStore = {
  /** Takes a nonce; false if it was taken within the last `ttlMs` already. */
  use(nonce: string): boolean;
  /** How many nonces are held. */
  readonly size: number;
};

/**
 * Remembers nonces for `ttlMs`, so that a request caught on the wire cannot be sent again.
 *
 * A date may be ahead of the clock as far as it may be behind, so `ttlMs` must be more than
 * twice the skew that the verifier allows. Ask only after the signature was found good: otherwise anyone
 * could fill the store or burn somebody's nonce. Memory is bounded by what arrives within `ttlMs`.
 */
export function createNonceStore(deps: { ttlMs: number; now: () => number }): NonceStore {
  // A Map keeps the order of insertion, and all live equally long, so the oldest are in front.
  const expiresAt = new Map<string, number>();

  function forgetExpired(now: number) {
    for (const [nonce, at] of expiresAt) {
      if (at > now) return;
      expiresAt.delete(nonce);
    }
  }

  return {
    use(nonce) {
      const now = deps.now();
      forgetExpired(now);
      if ((expiresAt.get(nonce) ?? -Infinity) > now) return false;
      expiresAt.delete(nonce); // or it would keep its old place in the order
      expiresAt.set(nonce, now + deps.ttlMs);
      return true;
    },
    get size() {
      return expiresAt.size;
    },
  };
}
