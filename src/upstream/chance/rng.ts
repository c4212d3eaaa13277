/** A source of chance that gives the same sequence for the same seed, on every machine. */
export interface Rng {
  /** In [0, 1). */
  next(): number;
  /** A whole number, both ends included. */
  int(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly [T, ...T[]] | readonly T[]): T;
  /** One of the values, each as often as its weight says. */
  weighted<T>(table: Weighted<T>): T;
  /** A positive whole number whose logarithm is normally distributed, as most durations are. */
  lognormal(median: number, spread: number, most: number): number;
}

/** Values with weights, which need not add up to anything. */
export type Weighted<T> = readonly (readonly [value: T, weight: number])[];

/** FNV-1a over the text's code units, then mixed, so that near texts give far seeds. */
function hash(text: string, salt: number): number {
  let h = 0x811c9dc5 ^ salt;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * sfc32, a small and fast generator that passes PractRand.
 * Authority: https://pracrand.sourceforge.net/RNG_engines.txt
 */
function sfc32(seed: string): () => number {
  let a = hash(seed, 1);
  let b = hash(seed, 2);
  let c = hash(seed, 3);
  let d = 1;
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4_294_967_296;
  };
  // The author's own warm-up, so that no seed shows in the first numbers.
  for (let i = 0; i < 12; i += 1) next();
  return next;
}

export function createRng(...seed: readonly (string | number)[]): Rng {
  const next = sfc32(seed.join("/"));
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick(items) {
      const item = items[int(0, items.length - 1)];
      if (item === undefined) throw new RangeError("Nothing to pick from");
      return item;
    },
    weighted(table) {
      const total = table.reduce((sum, [, weight]) => sum + weight, 0);
      let rest = next() * total;
      for (const [value, weight] of table) {
        rest -= weight;
        if (rest < 0) return value;
      }
      const last = table.at(-1);
      if (last === undefined) throw new RangeError("Nothing to pick from");
      return last[0];
    },
    lognormal(median, spread, most) {
      // Box–Muller; 1 - next() is never zero.
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return Math.min(most, Math.max(1, Math.round(median * Math.exp(spread * normal))));
    },
  };
}
