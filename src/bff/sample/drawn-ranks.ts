import { createHash } from "node:crypto";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";

/** Gives a whole number from 0 up to `below`, which is not reached; each of them equally likely. */
export type Chance = (below: number) => number;

/**
 * Chance that is the same for the same seed.
 *
 * @param of whose: draws of several agents by one seed must not follow each other
 */
export function createChance(seed: string, of: string): Chance {
  const bytes = createHash("sha256")
    .update(JSON.stringify([seed, of]))
    .digest();
  const generator = xoroshiro128plusFromState([0, 4, 8, 12].map((at) => bytes.readInt32BE(at)));
  return (below) => uniformInt(generator, 0, below - 1);
}

/**
 * All ranks from 0 to `total` - 1, each once, in an order of chance, of which every one is equally likely: a
 * shuffle that is carried no further than somebody reads.
 */
export function* drawnRanks(total: number, chance: Chance): Generator<number, void> {
  /** What stands elsewhere than at first. */
  const moved = new Map<number, number>();
  for (let at = 0; at < total; at += 1) {
    const from = at + chance(total - at);
    const rank = moved.get(from) ?? from;
    moved.set(from, moved.get(at) ?? at);
    moved.delete(at);
    yield rank;
  }
}
