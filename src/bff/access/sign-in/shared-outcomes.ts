import { LRUCache } from "lru-cache";

/** Work that is done once for all who ask for the same, while it is under way and for a while after. */
export interface SharedOutcomes<Outcome extends object> {
  of(key: string, work: () => Promise<Outcome>): Promise<Outcome>;
}

const MOST_KEPT = 20_000;

/** @param keepMs how long an outcome stands; what is thrown is told to whoever waits, and not kept */
export function createSharedOutcomes<Outcome extends object>(
  keepMs: (outcome: Outcome) => number,
  now: () => number,
): SharedOutcomes<Outcome> {
  const kept = new LRUCache<string, { readonly outcome: Promise<Outcome>; until: number }>({
    max: MOST_KEPT,
  });
  return {
    of(key, work) {
      const known = kept.get(key);
      if (known !== undefined && known.until > now()) return known.outcome;
      const mine = { outcome: work(), until: Number.POSITIVE_INFINITY };
      kept.set(key, mine);
      mine.outcome.then(
        (outcome) => (mine.until = now() + keepMs(outcome)),
        () => (mine.until = 0),
      );
      return mine.outcome;
    },
  };
}
