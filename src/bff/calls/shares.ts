/** How many places one reader or one instance has, of those that it may have at the most. */
export interface Share {
  readonly most: number;
  taken: number;
}

/** A share for each key that somebody uses. */
export interface Shares {
  /** Gives `run` the share of the key, and forgets it when nobody uses it any more. */
  use<T>(key: string, run: (share: Share) => Promise<T>): Promise<T>;
  /** Keys in use. */
  readonly size: number;
}

/** @param most places that one key may have */
export function createShares(most: number): Shares {
  const shares = new Map<string, Share & { users: number }>();
  return {
    async use(key, run) {
      const share = shares.get(key) ?? { most, taken: 0, users: 0 };
      shares.set(key, share);
      share.users += 1;
      try {
        return await run(share);
      } finally {
        share.users -= 1;
        if (share.users === 0) shares.delete(key);
      }
    },
    get size() {
      return shares.size;
    },
  };
}

/** Whether each of them has a place left. */
export function areFree(shares: readonly Share[]): boolean {
  return shares.every(({ taken, most }) => taken < most);
}

/** Takes a place of each while the task runs. */
export async function within<T>(shares: readonly Share[], task: () => Promise<T>): Promise<T> {
  for (const share of shares) share.taken += 1;
  try {
    return await task();
  } finally {
    for (const share of shares) share.taken -= 1;
  }
}
