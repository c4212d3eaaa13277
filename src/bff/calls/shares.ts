/** How many places each key has, such as a reader or an instance, of those that it may have at the most. */
export interface Shares {
  /** The share of a key; it is forgotten some time after all who hold it have let it go. */
  hold(key: string): Share;
  letGo(key: string): void;
  /** Keys in use, now or a moment ago. */
  readonly size: number;
}

/** One key's part of the places. */
export interface Share {
  taken: number;
  /** Of all places, at this moment. */
  most(): number;
}

/** Who asks again within this was never gone: between two pages one looks at the first. */
const MOMENT_MS = 2_000;

/**
 * @param mostOf places that one key may have, at this moment, while so many tasks hold it
 * @param clock monotonic, ms
 */
export function createShares(mostOf: (tasks: number) => number, clock: () => number): Shares {
  const shares = new Map<string, Share & { holders: number }>();
  /** When those that nobody holds were let go, the first in front. */
  const letGoAt = new Map<string, number>();
  function forgetOld() {
    for (const [key, at] of letGoAt) {
      if (clock() - at <= MOMENT_MS) return;
      letGoAt.delete(key);
      shares.delete(key);
    }
  }
  function create() {
    const share = { taken: 0, holders: 0, most: () => mostOf(share.holders) };
    return share;
  }
  return {
    hold(key) {
      forgetOld();
      const share = shares.get(key) ?? create();
      shares.set(key, share);
      letGoAt.delete(key);
      share.holders += 1;
      return share;
    },
    letGo(key) {
      const share = shares.get(key);
      if (share === undefined) return;
      share.holders -= 1;
      if (share.holders === 0) letGoAt.set(key, clock());
    },
    get size() {
      forgetOld();
      return shares.size;
    },
  };
}

/** Gives `run` the share of each key, as long as that takes. What has no name has no share. */
export async function holding<T>(
  keys: readonly (readonly [Shares, string | undefined])[],
  run: (shares: readonly Share[]) => Promise<T>,
): Promise<T> {
  const named = keys.flatMap(([shares, key]) => (key === undefined ? [] : [{ shares, key }]));
  const held = named.map(({ shares, key }) => shares.hold(key));
  try {
    return await run(held);
  } finally {
    for (const { shares, key } of named) shares.letGo(key);
  }
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
