/** How many places one reader or one instance has, of those that it may have at the most. */
export interface Share {
  taken: number;
  /** Of all places, at this moment. */
  most(): number;
}

/** A share for each key that somebody uses. */
export interface Shares {
  /** Gives `run` the share of the key, and forgets it some time after nobody uses it any more. */
  use<T>(key: string, run: (share: Share) => Promise<T>): Promise<T>;
  /** Keys in use, now or a moment ago. */
  readonly size: number;
}

/** Who asks again within this was never gone: between two pages one looks at the first. */
const MOMENT_MS = 2_000;

/**
 * @param mostOf places that one key may have while so many are in use, and this one has so many tasks
 * @param clock monotonic, ms
 */
export function createShares(
  mostOf: (keys: number, tasks: number) => number,
  clock: () => number,
): Shares {
  const shares = new Map<string, Share & { users: number; usedAt: number }>();
  function forgetOld() {
    // The one that was used last stands last.
    for (const [key, { users, usedAt }] of shares) {
      if (users === 0 && clock() - usedAt > MOMENT_MS) shares.delete(key);
      else if (users === 0) return;
    }
  }
  function create() {
    const share = {
      taken: 0,
      users: 0,
      usedAt: clock(),
      most: () => mostOf(shares.size, share.users),
    };
    return share;
  }
  return {
    async use(key, run) {
      forgetOld();
      const share = shares.get(key) ?? create();
      shares.set(key, share);
      share.users += 1;
      try {
        return await run(share);
      } finally {
        share.users -= 1;
        share.usedAt = clock();
        shares.delete(key);
        shares.set(key, share);
      }
    },
    get size() {
      forgetOld();
      return shares.size;
    },
  };
}

/** Whether each of them has a place left. */
export function areFree(shares: readonly Share[]): boolean {
  return shares.every((share) => share.taken < share.most());
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
